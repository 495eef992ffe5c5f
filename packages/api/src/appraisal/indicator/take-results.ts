import { loadIndicator, readIndicatorsByNumber, saveChange, type LoadedIndicator } from '@bihuan/db';
import {
  decideIndicator,
  evolveIndicator,
  measuredText,
  shownDefinition,
  standingResult,
  type Actor,
  type BulletinMonth,
  type Indicator,
  type IndicatorEvent,
  type Refusal,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type BadFields, type RefusalCode, type Result } from '../../result.ts';
import { retrying } from '../../work.ts';
import { changeOf, indicatorContext } from './change-indicator.ts';
import { measured, month } from './definition-input.ts';
import { indicatorReach } from './indicator-reach.ts';
import type { ResultRow } from './result-rows.ts';

/** What one row comes to. same: the result is there already, and nothing changes. */
export type TakenRow = {
  readonly line: number;
  readonly indicator: string;
  readonly name: string;
  readonly month: string;
  readonly value: string;
  readonly verdict: 'new' | 'corrected' | 'same' | 'refused';
  readonly refusal: Refusal<RefusalCode> | null;
  readonly fields: BadFields;
};

export type TakenResults = {
  readonly rows: readonly TakenRow[];
  readonly added: number;
  readonly corrected: number;
  readonly same: number;
  readonly refused: number;
};

const schema = z.object({ month, value: measured, evidence: typedText(2, 500), reason: typedText(0, 500) });

type Options = {
  readonly way: 'file' | 'api';
  readonly client: string;
  /** Says what would happen and writes nothing. */
  readonly isDryRun: boolean;
};

type Open = { readonly loaded: LoadedIndicator; state: Indicator; readonly events: IndicatorEvent[] };

/**
 * Takes rows of results, all together: a row that is wrong is told by its line and the rest goes on; a row that is there already
 * changes nothing. All of them wait for their second signer.
 */
export async function takeResults(
  house: House,
  actor: Actor,
  rows: readonly ResultRow[],
  options: Options,
): Promise<Result<TakenResults>> {
  return retrying(async () => {
    const open = new Map<string, Open>();
    const known = await readIndicatorsByNumber(house.db, [
      ...new Set(rows.map(({ indicator }) => indicator)),
    ]);
    const taken: TakenRow[] = [];
    for (const row of rows) {
      const indicator = known.get(row.indicator);
      const isSeen =
        indicator !== undefined &&
        (actor.kind === 'system' || indicatorReach(actor, indicator) !== 'nothing');
      taken.push(await takeRow(house, actor, row, isSeen ? indicator : null, open, options));
    }
    if (!options.isDryRun) {
      const changes = [...open.values()]
        .filter(({ events }) => events.length > 0)
        .map(({ loaded, state, events }) => changeOf(state, loaded.head, events, actor));
      const statements = changes.flatMap((change) => change.statements);
      if (statements.length > 0 && !(await saveChange(house.db, { statements })).ok) return refusal('stale');
    }
    const count = (verdict: TakenRow['verdict']) => taken.filter((row) => row.verdict === verdict).length;
    return done({
      ...{ rows: taken, added: count('new'), corrected: count('corrected') },
      ...{ same: count('same'), refused: count('refused') },
    });
  });
}

async function takeRow(
  house: House,
  actor: Actor,
  row: ResultRow,
  indicator: Indicator | null,
  open: Map<string, Open>,
  { way, client }: Options,
): Promise<TakenRow> {
  const shown = {
    ...{ line: row.line, indicator: row.indicator, month: row.month, value: row.value },
    name: indicator === null ? '' : shownDefinition(indicator).name,
  };
  const refusedBy = (why: Partial<TakenRow>): TakenRow => ({
    ...{ ...shown, verdict: 'refused', refusal: null, fields: {}, ...why },
  });
  if (indicator === null) return refusedBy({ fields: { indicator: 'unknown_number' } });
  const { line: _, indicator: __, ...typed } = row;
  const parsed = parseInput(schema, typed);
  if (!parsed.ok) return refusedBy(parsed.kind === 'bad_input' ? { fields: parsed.fields } : {});
  const entry = open.get(indicator.id) ?? (await opened(house, indicator.id));
  if (entry === null) return refusedBy({ fields: { indicator: 'unknown_number' } });
  open.set(indicator.id, entry);
  const before = standingBefore(entry.state, parsed.value.month);
  const decision = decideIndicator(
    entry.state,
    { type: 'enter_result', id: house.newId(), ...parsed.value, way, client },
    await indicatorContext(house, actor, parsed.value.month),
  );
  if (!decision.ok) return refusedBy({ refusal: decision.refusal });
  entry.events.push(...decision.events);
  entry.state = decision.events.reduce<Indicator>(evolveIndicator, entry.state);
  const isNew = decision.events.length > 0;
  const verdict = isNew ? (before ? 'corrected' : 'new') : 'same';
  return { ...shown, value: measuredText(parsed.value.value), verdict, refusal: null, fields: {} };
}

async function opened(house: House, id: string): Promise<Open | null> {
  const loaded = await loadIndicator(house.db, id);
  return loaded && { loaded, state: loaded.state, events: [] };
}

function standingBefore(state: Indicator, of: BulletinMonth): boolean {
  return 'results' in state && standingResult(state, of) !== null;
}
