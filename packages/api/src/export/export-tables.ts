import { streamLedger, type StoredExport } from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { standingSheet } from '../appraisal/standing-sheet.ts';
import { readTrends, TREND_TALLIES } from '../appraisal/views/read-trends.ts';
import { countedFor, overviewScope } from '../appraisal/views/view-scope.ts';
import type { House } from '../house.ts';
import type { Cell } from './csv.ts';

/** How many rows are handed on at once. */
const BATCH = 5000;

/** Takes rows as they come; false to hear no more. `total`: how many there will be. */
export type TakeRows = (rows: readonly (readonly Cell[])[], total: number) => Promise<boolean>;

/** Headings of each kind of file, by the names of its columns; their words come with whoever asks. */
export const EXPORT_COLUMNS = {
  ledger: [
    ...(['at', 'department', 'account', 'rule', 'points'] as const),
    ...(['item', 'card', 'policy', 'line', 'reversal'] as const),
  ],
  sheet: [
    ...(['group', 'rank', 'department', 'score', 'indicator', 'supervision', 'satisfaction'] as const),
    ...([
      'adjustment',
      'band',
      'coefficient',
      'pay',
      'valid',
      'response',
      'resolution',
      'satisfied',
    ] as const),
  ],
  trend: [
    'stretch',
    ...TREND_TALLIES,
    'rate_response',
    'rate_resolution',
    'rate_satisfaction',
    'rate_composite',
  ],
} as const;

/** The rows of a file as this person may see them today. */
export async function exportRows(
  house: House,
  actor: Actor,
  { kind, asked, words }: StoredExport,
  take: TakeRows,
): Promise<void> {
  const word = (name: string) => words[name] ?? name;
  if (kind === 'ledger') return ledgerRows(house, actor, asked, word, take);
  return kind === 'sheet' ? sheetRows(house, actor, asked, word, take) : trendRows(house, actor, asked, take);
}

type Asked = StoredExport['asked'];
type Word = (name: string) => string;

async function ledgerRows(
  house: House,
  actor: Actor,
  asked: Asked,
  word: Word,
  take: TakeRows,
): Promise<void> {
  const scope = overviewScope(actor);
  if (scope === null) return;
  const { departmentIds } = await countedFor(house, actor, scope);
  const isEnglish = word('locale') === 'en';
  await streamLedger(house.db, asked['period'] ?? '', departmentIds, BATCH, (lines, total) =>
    take(
      lines.map((line) => [
        `${localDateOf(line.at)} ${timeOf(line.at)}`,
        isEnglish && line.departmentEn !== '' ? line.departmentEn : line.department,
        ...[word(`account.${line.account}`), word(`rule.${line.rule}`), line.centipoints / 100],
        ...[line.itemNumber, line.cardNumber, line.policyVersion, line.id, line.reversalOf],
      ]),
      total,
    ),
  );
}

async function sheetRows(
  house: House,
  actor: Actor,
  asked: Asked,
  word: Word,
  take: TakeRows,
): Promise<void> {
  const scope = overviewScope(actor);
  if (scope === null) return;
  const { departmentIds } = await countedFor(house, actor, scope);
  const { sheet } = await standingSheet(house, asked['period'] ?? '');
  const isEnglish = word('locale') === 'en';
  const seen = sheet.departments.filter(
    ({ departmentId }) => departmentIds === null || departmentIds.includes(departmentId),
  );
  const points = (centipoints: number | null) => (centipoints === null ? null : centipoints / 100);
  const percent = (rate: { readonly value: number } | undefined) =>
    rate === undefined ? null : Math.round(rate.value * 1000) / 10;
  await take(
    seen
      .toSorted((a, b) => order(a.groupId, b.groupId) || (a.rankInGroup ?? 9999) - (b.rankInGroup ?? 9999))
      .map(({ name, nameEn, groupId, rankInGroup, composite, accounts, band, ...one }) => [
        ...[groupId, rankInGroup, isEnglish && nameEn !== '' ? nameEn : name, points(composite)],
        ...[points(accounts.indicator.centipoints), points(accounts.supervision.centipoints)],
        ...[points(accounts.satisfaction.centipoints), points(accounts.adjustment.centipoints)],
        ...[band === null ? null : word(`band.${band}`), one.coefficient / 100],
        ...[one.payFactor === null ? null : one.payFactor / 1_000_000, one.callbacks.valid],
        ...[percent(one.rates?.response), percent(one.rates?.resolution), percent(one.rates?.satisfaction)],
      ]),
    seen.length,
  );
}

async function trendRows(house: House, actor: Actor, asked: Asked, take: TakeRows): Promise<void> {
  const found = await readTrends(house, actor, asked);
  if (!found.ok) return;
  const { stretches } = found.value;
  const percent = (rate: number | undefined) => (rate === undefined ? null : Math.round(rate * 1000) / 10);
  await take(
    stretches.map(({ key, counts, rates }) => [
      ...[key, ...TREND_TALLIES.map((tally) => counts[tally])],
      ...[percent(rates?.response), percent(rates?.resolution)],
      ...[percent(rates?.satisfaction), percent(rates?.composite)],
    ]),
    stretches.length,
  );
}

/** Clock time in Shanghai, to the second. */
function timeOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 19);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
