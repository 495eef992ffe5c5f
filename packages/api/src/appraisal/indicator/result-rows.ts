import type { CsvRecord } from '../../complaint/import/csv-records.ts';
import { FileFault } from '../../complaint/import/file-fault.ts';

const FIELDS = ['indicator', 'month', 'value', 'evidence', 'reason'] as const;
type ResultField = (typeof FIELDS)[number];
const NEEDED: readonly ResultField[] = ['indicator', 'month', 'value', 'evidence'];

/** Headers in lower case, without spaces and punctuation. */
const KNOWN: Readonly<Record<ResultField, readonly string[]>> = {
  indicator: ['indicator', 'number', '指标编号', '编号'],
  month: ['month', '月份', '填报月份', '所属月份'],
  value: ['value', 'result', '结果', '完成值', '数值', '累计完成'],
  evidence: ['evidence', 'basis', '佐证', '佐证依据', '佐证材料', '依据', '数据依据'],
  reason: ['reason', '更正理由', '理由'],
};

/** A row of a file of results as it was written. `line`: the line it begins on, from 1. */
export type ResultRow = Readonly<Record<ResultField, string>> & { readonly line: number };

/** The rows of a file whose first record names its columns. Throws `FileFault` where one that is needed is missing. */
export async function resultRows(records: AsyncIterable<CsvRecord>): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  let columns: Readonly<Record<ResultField, number>> | null = null;
  for await (const { line, fields } of records) {
    if (columns === null) columns = columnsOf(fields ?? []);
    else {
      const { indicator, month, value, evidence, reason } = columns;
      const at = (index: number) => fields?.[index]?.trim() ?? '';
      rows.push({
        ...{ line, indicator: at(indicator), month: monthOf(at(month)), value: at(value) },
        ...{ evidence: at(evidence), reason: at(reason) },
      });
    }
  }
  if (columns === null) throw new FileFault('file_empty');
  return rows;
}

/** The rows as one text that `resultRows` reads again, with its header. */
export function resultText(rows: readonly ResultRow[]): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => FIELDS.map((field) => cell(row[field])).join(','));
  return [FIELDS.join(','), ...lines].join('\n');
}

function columnsOf(first: readonly string[]): Readonly<Record<ResultField, number>> {
  const headers = first.map((header) => header.toLowerCase().replace(/[\s_\-.:：（）()*]/g, ''));
  const at = (field: ResultField) => headers.findIndex((header) => KNOWN[field].includes(header));
  const missing = NEEDED.filter((field) => at(field) === -1);
  if (missing.length > 0)
    throw new FileFault('file_without_column', { fields: missing.join(', '), headers: first.join(', ') });
  return {
    ...{ indicator: at('indicator'), month: at('month'), value: at('value') },
    ...{ evidence: at('evidence'), reason: at('reason') },
  };
}

/** Months as tables write them: `2026-9`, `2026/09`, `2026年9月`, `2026-09-30 00:00:00`, all to `YYYY-MM`. */
function monthOf(text: string): string {
  const [, year, month] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*月|[-/.]\d{1,2}(?:[ T][\d:.]+)?)?$/u.exec(text) ?? [];
  return year === undefined || month === undefined ? text : `${year}-${month.padStart(2, '0')}`;
}
