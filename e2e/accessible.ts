import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Builds of pages that were found clean. */
const clean = new Set<string>();

/** axe must find nothing on the page as it stands. A page built alike, that differs in its words alone, is not asked again. */
export async function expectAccessible(page: Page): Promise<void> {
  const build = await buildOf(page);
  if (clean.has(build)) return;
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, page.url()).toEqual([]);
  clean.add(build);
}

/** Elements and attributes of the page with every word and number in them made one, and how wide it is. */
async function buildOf(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      if (text.nodeValue?.trim() !== '') text.nodeValue = 'x';
    return (copy as HTMLElement).outerHTML;
  });
  const told =
    /(href|id|for|value|datetime|action|src|nonce|aria-label|aria-labelledby|aria-describedby)="[^"]+"/g;
  return `${page.viewportSize()?.width} ${html.replace(told, '$1="x"')}`;
}
