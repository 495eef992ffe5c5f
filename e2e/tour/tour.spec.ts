import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { beginFiling, fileThroughPages } from '../filing.ts';
import { PASSWORD } from '../staff.ts';
import { patternOf } from './pattern-of.ts';

const PICTURES = fileURLToPath(new URL('../test-results/tour', import.meta.url));
const LOGINS = [
  ...['triage', 'clerk', 'officer', 'head', 'inspector', 'assessor', 'leader', 'appraisal'],
  ...['custodian', 'auditor', 'admin'],
];
const MODES = {
  standard: { scheme: 'light', look: 'standard' },
  dark: { scheme: 'dark', look: 'standard' },
  elder: { scheme: 'light', look: 'elder' },
  'elder-dark': { scheme: 'dark', look: 'elder' },
} as const;
const WIDTHS = [375, 1280];
/** Pixels; what comes below is more of the same. */
const MOST_OF_A_PAGE = 3000;

type Seen = { readonly patterns: Set<string>; readonly faults: string[]; readonly folder: string };

for (const [mode, { scheme, look }] of Object.entries(MODES))
  for (const width of WIDTHS)
    test(`every page, ${mode}, ${width} wide`, async ({ browser }) => {
      const folder = join(PICTURES, `${mode}-${width}`);
      await mkdir(folder, { recursive: true });
      const seen: Seen = { patterns: new Set(), faults: [], folder };
      const open = async () => {
        const context = await browser.newContext({
          ...{
            viewport: { width, height: 900 },
            locale: 'zh-CN',
            timezoneId: 'Asia/Shanghai',
            colorScheme: scheme,
          },
        });
        for (const url of [PORTAL_URL, ADMIN_URL])
          await context.addCookies([
            { name: 'scheme', value: scheme, url },
            { name: 'look', value: look, url },
          ]);
        return context.newPage();
      };
      await walkPortal(await open(), seen);
      for (const login of LOGINS) {
        const page = await open();
        await enter(page, login);
        await walk(page, ADMIN_URL, seen);
        await page.context().close();
      }
      expect(seen.faults).toEqual([]);
    });

async function enter(page: Page, login: string): Promise<void> {
  await page.goto(`${ADMIN_URL}/sign-in`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The portal: what is public, a filing page by page, and one own case, of `TOUR_CASE="number code"` or filed here. */
async function walkPortal(page: Page, seen: Seen): Promise<void> {
  await walk(page, PORTAL_URL, seen);
  await beginFiling(page);
  await walk(page, PORTAL_URL, seen, new URL(page.url()).pathname);
  // Its draft is put aside; how pages look stays.
  await page.context().clearCookies({ name: /^(?!look$|scheme$)/ });
  const matter = {
    title: '变更经营范围材料交了四次仍被退回，每次要求补的都不一样',
    body: '我公司申请变更经营范围，第一次说章程要重做，第二次说要房东到场，第三次说系统里没有这一项，第四次又退回到第一次的说法，窗口始终不出具一次性告知书。',
    ...{ cause: '反复要求补材料', name: '反映人甲', phone: '199 0000 0001' },
  };
  const filed = await fileThroughPages(page, matter, async (shown) => picture(shown, seen));
  await picture(page, seen);
  const [number = filed.number, code = filed.code] = process.env['TOUR_CASE']?.split(' ') ?? [];
  await page.goto(`${PORTAL_URL}/track?number=${number}`);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByText(number).first()).toBeVisible();
  await walk(page, PORTAL_URL, seen, new URL(page.url()).pathname);
}

/** Looks at a page and at one page of every kind that it, and they, lead to. */
async function walk(page: Page, base: string, seen: Seen, from = '/'): Promise<void> {
  const waiting = [from];
  const known = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path);
    if (known.has(pattern)) continue;
    known.add(pattern);
    const response = await page.goto(base + path).catch(() => null);
    if (response === null) continue;
    if (response.status() >= 500) seen.faults.push(`${path}: ${response.status()}`);
    await picture(page, seen);
    const hrefs = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    waiting.push(...hrefs.filter((href) => !/\.\w+($|\?)|sign-out|export|download|#/.test(href)));
  }
}

/** Takes a picture of the page, once for each kind, and says what is wrong with it. */
async function picture(page: Page, seen: Seen): Promise<void> {
  const url = new URL(page.url());
  const name = `${url.origin === ADMIN_URL ? 'admin' : 'portal'}${patternOf(url.pathname)}`;
  if (seen.patterns.has(name)) return;
  seen.patterns.add(name);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: Math.min(height, MOST_OF_A_PAGE) },
    path: join(seen.folder, `${name.replaceAll('/', '_')}.png`),
  });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  if (isWide) seen.faults.push(`${name}: wider than the window`);
  for (const { id, targets } of await faultsOf(page))
    seen.faults.push(`${name}: ${id} ${targets.join(', ')}`);
}
