import { exportItems } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error } from '@sveltejs/kit';
import { refusalSentence } from '#lib/refusal-sentence.ts';
import { itemsAsCsv, itemsAsWorkbook } from '#lib/server/item-sheet.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { serveFile } from '#lib/server/serve-file.ts';
import { askedFilter } from '../list-filters.ts';
import type { RequestHandler } from './$types';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list as it is filtered, as a workbook or, with `as=csv`, as text. */
export const GET: RequestHandler = async (event) => {
  const { url, locals } = event;
  const kind = url.searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
  const found = await exportItems(locals.house, actorOf(event), askedFilter(url.searchParams));
  if (!found.ok && found.kind === 'refusal' && found.refusal.code === 'export_too_large')
    error(422, { reference: '', message: refusalSentence(found.refusal) });
  const lines = valueOf(found);
  const bytes = kind === 'csv' ? Buffer.from(itemsAsCsv(lines)) : await itemsAsWorkbook(lines);
  return serveFile({ bytes, type: TYPES[kind], name: `${m.supervision_title()}.${kind}`, isInline: false });
};
