import type { KnownTransfer } from '@bihuan/db';
import type { Transfer } from '../matter-schema.ts';
import type { ImportField } from './import-columns.ts';

/** A field that reads otherwise than what was filed. Contact data is compared and not told: both sides are null. */
export type RowDifference = {
  readonly field: ImportField;
  readonly before: string | null;
  readonly after: string | null;
};

const LONGEST = 200;

/** Where a row of a file differs from the complaint that an earlier one brought. */
export function differencesOf(transfer: Transfer, known: KnownTransfer): readonly RowDifference[] {
  const moment = (instant: string | null) => (instant === null ? '' : new Date(instant).toISOString());
  const texts = [
    ['title', known.title, transfer.title],
    ['body', known.body, transfer.body],
    ['place', known.place, transfer.place],
    ['wish', known.wish, transfer.wish],
    ['category', known.reportedCategory, transfer.reportedCategory],
    ['enterprise_name', known.enterpriseName, transfer.enterpriseName],
    ['credit_code', known.creditCode, transfer.creditCode],
    ['submitted_at', moment(known.reportedAt), moment(transfer.reportedAt)],
  ] as const;
  const compared = known.isContactRemoved ? [] : (['name', 'phone', 'email'] as const);
  const contact = compared
    .filter((field) => (known.contact?.[field] ?? '') !== transfer[field])
    .map((field) => ({ field, before: null, after: null }));
  return [
    ...texts
      .filter(([, before, after]) => before !== after)
      .map(([field, before, after]) => ({ field, ...aroundTheChange(before, after) })),
    ...contact,
  ];
}

/** Of long texts the part from a little before where they part. */
function aroundTheChange(before: string, after: string): { before: string; after: string } {
  if (before.length <= LONGEST && after.length <= LONGEST) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 20);
  const part = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST)}${text.length > from + LONGEST ? '…' : ''}`;
  return { before: part(before), after: part(after) };
}
