import { expect } from '@playwright/test';
import { ADMIN_URL, PORTAL_URL } from './addresses.ts';
import { receiptIn, type Matter, type Receipt } from './filing.ts';
import { FormWindow } from './form-window.ts';
import { tomorrowInShanghai, type Placement } from './routing.ts';
import { cookiesOf } from './staff.ts';

// What only leads up to the matter of a journey: sent as forms, without a browser. `closed-loop` walks it in one.

type Entry = {
  readonly title: string;
  readonly body: string;
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
};

/** A clerk logs a confidential matter of somebody at the desk; what the printed receipt says. */
export async function logWalkIn({ title, body, name, phone, email }: Entry): Promise<Receipt> {
  const window = await officeOf('clerk-2', '/walk-in');
  await window.send('登记并打印回执', {
    ...{ 电话: phone, 姓名: name, 事项名称: title, 事情经过: body },
    ...(email === undefined ? {} : { 邮箱: email }),
  });
  expect(window.text()).toContain('受理回执');
  return receiptIn(window.text());
}

/** A citizen files on the portal, page by page, confidential where nothing else is said; what the receipt says. */
export async function fileComplaint(matter: Matter): Promise<Receipt> {
  const { title, body, cause, name, phone, isForOthers } = matter;
  const window = await FormWindow.open(`${PORTAL_URL}/complaints/new`);
  await window.send('开始填写', { 在本园区办事没办成: true });
  const pages = [
    { 个人: true },
    { 企业开办与变更: true },
    {},
    { 只有口头答复: true },
    { 一句话概括: title, 详细经过: body },
    { [cause]: true },
    ...[{}, {}, {}, {}],
    { [isForOthers ? '公开' : '保密']: true },
    { 称呼: name, 电话: phone },
    { [isForOthers ? '可以公开' : '不公开']: true },
  ] as const;
  for (const typed of pages) await window.send('保存并继续', typed);
  if (window.heading() === '看看有没有现成的答复') await window.follow('和这些不一样，继续提交');
  await window.send('提交诉求');
  expect(window.text()).toContain('诉求已提交');
  return receiptIn(window.text());
}

/** Triage accepts the complaint as an ordinary matter and gives it to a department; the number of the item. */
export async function acceptAndRoute(number: string, placement: Placement): Promise<string> {
  const { lead, cooperating, measure, owner = lead } = placement;
  const window = await openedBy('triage', number);
  await window.send('受理', { 类别: '变更备案', 一般事项: true });
  const typed = {
    ...{ 牵头部门: lead, 举措1: measure, 责任部门: owner, 截止日期: tomorrowInShanghai() },
    ...(cooperating === undefined ? {} : { [cooperating]: true as const }),
  };
  await window.submit('列入督办并派单', typed);
  // Journeys file the same matter again and again: where an item on it is running, it says why there is a second one.
  if (window.text().includes('另立督办的理由'))
    await window.send('列入督办并派单', { ...typed, 另立督办的理由: '当事人不同，分别核实' });
  return itemIn(window);
}

/** The department signs, reports, completes its measure and asks for the strike-off; the number of the item. */
export async function workOff(number: string): Promise<string> {
  const item = itemIn(await openedBy('triage', number));
  const window = await openedBy('officer', item);
  await window.send('签收');
  await window.send('提交推进反馈', {
    进展情况: '已梳理变更所需全部材料，形成一次性告知单，并联系申请人到窗口办理。',
    完成进度: '80',
  });
  await window.send('完成举措', { 佐证: '一次性告知书（编号2026-118）、受理通知书' });
  await window.send('申请销号', { 办结说明: '变更申请已受理并核准，新执照已发放。' });
  return item;
}

/** An inspector verifies, the window calls back. */
export async function verify(item: string, number: string): Promise<void> {
  await (await openedBy('triage', item)).send('指派督查员', { 督查员: '督查员甲' });
  const text = '查阅窗口系统记录并到现场核对，执照已经发放，一次性告知单已上墙。';
  await (await openedBy('inspector', item)).send('提交督查核实结论', { 已解决: true, 核查情况: text });
  await callBack(number, '非常满意');
}

/** The window calls back and is told that it was solved; what it was shown before it called. */
export async function callBack(number: string, satisfaction: string): Promise<string> {
  const clerk = await officeOf('clerk-2', '/callbacks');
  await clerk.follow(number);
  const shown = clerk.text();
  const answers = { 联系过您: '是', 问题解决了: '是', 满意吗: satisfaction };
  await clerk.send('保存回访', { 有效回访: true, ...answers });
  return shown;
}

/** Two independent findings agree: off the list, and the complainant is answered. */
export async function strikeOffAndAnswer(item: string, number: string): Promise<void> {
  await (await openedBy('triage', item)).send('销号');
  const text = '经督查核实和窗口回访，您申请的变更已核准，新执照已发放；窗口已改为一次性告知全部材料。';
  await (await openedBy('triage', number)).send('公布答复', { 已解决: true, 答复内容: text });
}

/** The complaint or item that a number names, as one of the demo accounts sees it. */
async function openedBy(login: string, number: string): Promise<FormWindow> {
  const window = await officeOf(login, `/search?q=${encodeURIComponent(number)}`);
  if (window.link(number) !== null) await window.follow(number);
  expect(window.text()).toContain(number);
  return window;
}

async function officeOf(login: string, path: string): Promise<FormWindow> {
  return FormWindow.open(ADMIN_URL + path, await cookiesOf(login));
}

function itemIn(window: FormWindow): string {
  return /^DB-\S+/.exec(window.link(/^DB-/) ?? '')?.[0] ?? '';
}
