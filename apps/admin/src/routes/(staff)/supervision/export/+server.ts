import { exportItems } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error, redirect } from '@sveltejs/kit';
import { refusalSentence } from '#lib/server/refusal-sentence.ts';
import { itemsAsCsv, itemsAsWorkbook } from '#lib/server/item-sheet.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { serveFile } from '#lib/server/serve-file.ts';
import { askedColumns, askedFilter } from '../list-filters.ts';
import type { RequestHandler } from './$types';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const CHOSEN = 'chosen[]';

/** The list as it is filtered, or what was ticked of it, as a workbook or, with `as=csv`, as text. */
export const GET: RequestHandler = async (event) => {
  const { url, locals } = event;
  const format = url.searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
  const columns = askedColumns(url.searchParams);
  // The form of what is ticked says what it would do; the address of the list never does.
  const isOfTicked = url.searchParams.has('act') || url.searchParams.has(CHOSEN);
  const ids = url.searchParams.getAll(CHOSEN).map((one) => one.slice(0, 36));
  if (isOfTicked && ids.length === 0) redirect(303, '/supervision?status=');
  const asked = isOfTicked ? { status: 'any', ids } : askedFilter(url.searchParams);
  const found = await exportItems(locals.house, actorOf(event), { ...asked, columns, format });
  if (!found.ok && found.kind === 'refusal' && found.refusal.code === 'export_too_large')
    error(422, { reference: '', message: refusalSentence(found.refusal) });
  const items = valueOf(found);
  const bytes = format === 'csv' ? Buffer.from(itemsAsCsv(items)) : await itemsAsWorkbook(items);
  const name = `${m.supervision_title()}.${format}`;
  return serveFile({ bytes, type: TYPES[format], name, isInline: false });
};
