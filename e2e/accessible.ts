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
    const { axe: within } = globalThis as unknown as { readonly axe: typeof axe };
    const only = { type: 'tag' as const, values };
    const { violations } = await within.run(document, {
      ...{ runOnly: only, resultTypes: ['violations'], preload: false },
    });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(({ target }) => target.join(' ')),
    }));
  }, RULES);
}

/** What differs from page to page without making it another kind of page. */
const TOLD = [
  ...['href', 'id', 'for', 'value', 'datetime', 'action', 'src', 'nonce', 'open'],
  ...['aria-label', 'aria-labelledby', 'aria-describedby'],
];

/** How wide the page is, and each kind of element in it by where it stands, its attributes, and whether it has words. */
async function buildOf(page: Page): Promise<string> {
  const kinds = await page.evaluate((told) => {
    const found = new Set<string>();
    const look = (element: Element, place: string) => {
      const attributes = [...element.attributes].map(({ name, value }) =>
        told.includes(name) ? name : `${name}=${value}`,
      );
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      const kind = `${place}>${element.localName} ${attributes.join()}${hasWords ? ' words' : ''}`;
      found.add(kind);
      for (const child of element.children) look(child, kind);
    };
    look(document.documentElement, '');
    return [...found].sort();
  }, TOLD);
  return `${page.viewportSize()?.width}\n${kinds.join('\n')}`;
}
