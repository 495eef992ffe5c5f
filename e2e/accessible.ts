import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Builds of pages that were found clean, a file for each, for all workers of this run. */
const CLEAN = join(tmpdir(), `bihuan-axe-${process.ppid}`);

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule that a page breaks, and where. */
export type Fault = { readonly id: string; readonly targets: readonly string[] };

/** axe must find nothing on the page as it stands. A page built alike, that differs in its words alone, is not asked again. */
export async function expectAccessible(page: Page): Promise<void> {
  const known = join(
    CLEAN,
    createHash('sha256')
      .update(await buildOf(page))
      .digest('hex'),
  );
  if (await readFile(known).then(Boolean, () => false)) return;
  const found = (await faultsOf(page)).map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
  expect(found, page.url()).toEqual([]);
  await mkdir(CLEAN, { recursive: true });
  await writeFile(known, page.url());
}

/** What axe finds on a page. It runs within it: no page has frames of other origins, and no style sheets either. */
export async function faultsOf(page: Page): Promise<readonly Fault[]> {
  await page.evaluate(await source);
  return page.evaluate(async (values) => {
    const { run } = (globalThis as unknown as { readonly axe: typeof axe }).axe;
    const only = { type: 'tag' as const, values };
    const { violations } = await run(document, {
      ...{ runOnly: only, resultTypes: ['violations'], preload: false },
    });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(({ target }) => target.join(' ')),
    }));
  }, RULES);
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
