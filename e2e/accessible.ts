import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The kinds of elements that were found clean, a file for each page that was asked about, for all workers of this run. It lies
 * where Playwright empties the folder before each run.
 */
const CLEAN = join(import.meta.dirname, 'test-results', 'clean-kinds');

/** What this worker has read of them. */
const read = new Set<string>();
const clean = new Set<string>();

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule that a page breaks, and where. */
export type Fault = { readonly id: string; readonly targets: readonly string[] };

/** axe must find nothing on the page as it stands. A page that holds only what was found clean before is not asked again. */
export async function expectAccessible(page: Page): Promise<void> {
  const kinds = await kindsOf(page);
  await readClean();
  if (kinds.every((kind) => clean.has(kind))) return;
  const found = (await faultsOf(page)).map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
  expect(found, page.url()).toEqual([]);
  await writeFile(join(CLEAN, randomUUID()), kinds.join('\n'));
}

async function readClean(): Promise<void> {
  await mkdir(CLEAN, { recursive: true });
  const files = (await readdir(CLEAN)).filter((file) => !read.has(file));
  for (const file of files) {
    read.add(file);
    for (const kind of (await readFile(join(CLEAN, file), 'utf8')).split('\n')) clean.add(kind);
  }
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

/** Each kind of element in the page, by where it stands, its attributes, and whether it has words, at the page's width. */
async function kindsOf(page: Page): Promise<readonly string[]> {
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
    return [...found];
  }, TOLD);
  const width = page.viewportSize()?.width ?? 0;
  return kinds.map((kind) => createHash('sha256').update(`${width}${kind}`).digest('base64url'));
}
