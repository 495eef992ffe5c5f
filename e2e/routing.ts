import { expect, type Locator, type Page } from '@playwright/test';
import { send, step } from './staff.ts';

export type Placement = {
  readonly lead: string;
  readonly cooperating?: string;
  /** What is to be done, by tomorrow. */
  readonly measure: string;
  /** Whose measure it is; the lead's where nobody is named. */
  readonly owner?: string;
};

/** Accepts the complaint that is shown as an ordinary matter of the first category. */
export async function acceptComplaint(page: Page): Promise<void> {
  const accept = await step(page, 'accept');
  await accept.getByLabel('类别').selectOption({ index: 1 });
  await accept.getByRole('radio', { name: /一般事项/ }).check();
  await send(accept, '受理');
}

/** Says which department leads, and its one measure. */
export async function fillRoute(form: Locator, placement: Placement): Promise<void> {
  const { lead, cooperating, measure, owner = lead } = placement;
  await form.getByLabel('牵头部门').selectOption({ label: lead });
  if (cooperating !== undefined) await form.getByRole('checkbox', { name: cooperating }).check();
  await form.getByLabel('举措1').fill(measure);
  await form.getByLabel('责任部门').selectOption({ label: owner });
  await form.getByLabel('截止日期').fill(tomorrowInShanghai());
}

/**
 * Sends the form that routes a complaint. Journeys file the same matter again and again, so where an item on it is running
 * for the department, it says why there is a second one.
 */
export async function sendToDepartment(details: Locator): Promise<void> {
  const page = details.page();
  const button = details.getByRole('button', { name: '列入督办并派单', exact: true });
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await button.click();
  await answered;
  const reason = details.getByLabel('另立督办的理由');
  await expect(reason.or(page.getByRole('link', { name: /^DB-/ })).first()).toBeVisible();
  if (await reason.isVisible()) {
    await reason.fill('当事人不同，分别核实');
    await send(details, '列入督办并派单');
  }
}

export function tomorrowInShanghai(): string {
  return inDaysInShanghai(1);
}

/** The day so many days from now, as date fields take it. */
export function inDaysInShanghai(days: number): string {
  const moment = new Date(Date.now() + days * 86_400_000);
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
