import { expect, test, type APIRequestContext, type Browser } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { openByNumber, signIn } from '../staff.ts';

const OPEN311 = `${PORTAL_URL}/open311/v2`;
const TEXT = '企业变更经营范围，窗口四次要求补不同的材料，一直没有出具一次性告知书，希望当场一次告知。';

test('a client files through Open311 with a key and reads it back; triage sees it', async ({
  browser,
  request,
}) => {
  const key = await issueKey(browser);
  const number = await file(request, key);
  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, number);
  await expect(triage.getByRole('main')).toContainText('接口报送');
  await triage.context().close();
  const page = await browser.newPage();
  await page.goto(`${PORTAL_URL}/developers`);
  await expect(page.getByRole('heading', { name: '开发者说明' })).toBeVisible();
  await expectAccessible(page);
  await page.close();
});

async function issueKey(browser: Browser): Promise<string> {
  const page = await signIn(browser, 'admin');
  await page.getByRole('link', { name: '接口密钥' }).click();
  await expectAccessible(page);
  await page.getByText('发放密钥').first().click();
  const client = `journey-${Date.now().toString(36)}`;
  await page.getByLabel('客户端').fill(client);
  await page.getByRole('button', { name: '发放密钥' }).click();
  await expect(page.getByRole('heading', { name: `${client}的新密钥` })).toBeVisible();
  const key = await page.getByText(/^bh_[\w-]{32}$/).innerText();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.context().close();
  return key;
}

async function file(request: APIRequestContext, key: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}`, 'idempotency-key': 'one' };
  const form = {
    ...{ service_code: 'enterprise-2', description: TEXT, address_string: '政务服务中心3楼' },
    ...{ last_name: '反映', first_name: '人甲', phone: '19900000001', 'attribute[openness]': 'confidential' },
  };
  const refused = await request.post(`${OPEN311}/requests.json`, { form });
  expect(refused.status()).toBe(403);
  const filed = await request.post(`${OPEN311}/requests.json`, { form, headers });
  expect(filed.status()).toBe(200);
  const [receipt] = (await filed.json()) as [{ service_request_id: string }];
  const number = receipt.service_request_id;
  const again = await request.post(`${OPEN311}/requests.json`, { form, headers });
  expect(((await again.json()) as [{ service_request_id: string }])[0].service_request_id).toBe(number);
  const read = await request.get(`${OPEN311}/requests/${number}.json`, { headers });
  expect(((await read.json()) as [{ description: string }])[0].description).toBe(TEXT);
  expect((await request.get(`${OPEN311}/requests/${number}.json`)).status()).toBe(404);
  const english = await request.get(`${OPEN311}/services.xml`, { headers: { 'accept-language': 'en' } });
  expect(await english.text()).toContain('<service_name>Changes and filings</service_name>');
  return number;
}

test('a substitute acts for an officer who is away', async ({ browser }) => {
  const officer = await signIn(browser, 'officer-2');
  await officer.getByRole('link', { name: '代理安排' }).click();
  await expectAccessible(officer);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await officer
    .getByLabel('代理人', { exact: true })
    .selectOption({ label: '行政审批局负责人 · 行政审批局' });
  await officer.getByLabel('起始日').fill(day);
  await officer.getByLabel('结束日').fill(day);
  await officer.getByRole('button', { name: '指定代理人' }).click();
  await expect(officer.getByText('代理人已指定。')).toBeVisible();
  const head = await signIn(browser, 'head');
  await expect(head.getByRole('heading', { name: '代行政审批局经办乙办理' })).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('button', { name: '代行政审批局经办乙办理' }).click();
  await expect(head.getByRole('status').filter({ hasText: '正在代行政审批局经办乙办理' })).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('button', { name: '恢复本人身份' }).click();
  await expect(head.getByText('正在代')).toHaveCount(0);
  await officer.getByRole('button', { name: /结束对行政审批局经办乙的代理/ }).click();
  await expect(officer.getByText('代理已结束。')).toBeVisible();
  await head.goto(`${ADMIN_URL}/inbox`);
  await expect(head.getByRole('heading', { name: '代行政审批局经办乙办理' })).toHaveCount(0);
});
