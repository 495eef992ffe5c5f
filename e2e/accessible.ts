import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Builds of pages that were found clean. */
const clean = new Set<string>();

/** axe must find nothing on the page as it stands. A page built alike, that differs in its words alone, is not asked again. */
export async function expectAccessible(page: Page): Promise<void> {
  const build = await buildOf(page);
  if (clean.has(build)) return;
  const { violations } = await axe(page).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, page.url()).toEqual([]);
  clean.add(build);
}

/** No page has frames of other origins, and what passed is not asked for: both would take longer than the check itself. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(RULES);
}

/**
 * Elements and attributes of the page with every word and number in them made one, what is repeated said once, and how wide it
 * is.
 */
async function buildOf(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      if (text.nodeValue?.trim() !== '') text.nodeValue = 'x';
    const told =
      /(href|id|for|value|datetime|action|src|nonce|aria-label|aria-labelledby|aria-describedby)="[^"]+"/g;
    const buildOfElement = (element: Element) => element.outerHTML.replace(told, '$1="x"');
    const sayOnce = (parent: Element) => {
      let before = '';
      for (const child of [...parent.children]) {
        sayOnce(child);
        const build = buildOfElement(child);
        if (build === before) child.remove();
        before = build;
      }
    };
    sayOnce(copy);
    return buildOfElement(copy).replaceAll(/\s+/g, ' ');
  });
  return `${page.viewportSize()?.width} ${html}`;
}
