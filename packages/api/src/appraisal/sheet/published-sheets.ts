import { loadSheet, readFrozenEdition, readSheetList, readSnapshot } from '@bihuan/db';
import {
  heldBackCallbacks,
  hidePrivateData,
  type CallbackCounts,
  type DepartmentSheet,
  type Instant,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { openDataOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import type { Board } from '../read-scoreboard.ts';
import { sheetRef } from './change-sheet.ts';

/** A department as everybody may read it: where its callbacks are held back, so is all that rests on them alone. */
export type PublishedDepartment = Pick<
  DepartmentSheet,
  'departmentId' | 'code' | 'name' | 'nameEn' | 'groupId' | 'composite' | 'band' | 'rates' | 'notes'
> & {
  readonly points: Readonly<Record<'indicator' | 'supervision' | 'satisfaction', number | null>>;
  /** Null where they are held back, as in open data. */
  readonly callbacks: CallbackCounts | null;
  readonly excluded: number;
};

/** A sheet as everybody may read it. */
export type PublishedSheetView = {
  readonly period: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly edition: number;
  readonly publishedAt: Instant;
  readonly isFrozen: boolean;
  /** Oldest first. */
  readonly restatements: readonly {
    readonly edition: number;
    readonly at: Instant;
    readonly reason: string;
  }[];
  readonly departments: readonly PublishedDepartment[];
};

const schema = z.object({ period: sheetRef.period });

/** The periods whose sheet was published, the newest first. */
export async function publishedPeriods(house: House): Promise<readonly string[]> {
  const sheets = await readSheetList(house.db);
  return sheets.filter(({ edition }) => edition > 0).map(({ period }) => period);
}

/** The published sheet of a period, in its latest edition; `not_found` before it is published. */
export async function readPublishedSheet(house: House, raw: unknown): Promise<Result<PublishedSheetView>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const loaded = await loadSheet(house.db, parsed.value.period);
  if (loaded === null || !('publishedAt' in loaded.state)) return refusal('not_found');
  const { state } = loaded;
  const snapshot = await readSnapshot(house.db, state.id, state.edition);
  if (snapshot === null) return refusal('not_found');
  const restatements = 'restatements' in state ? state.restatements : [];
  return done({
    period: state.period,
    firstDay: snapshot.sheet.period.firstDay,
    lastDay: snapshot.sheet.period.lastDay,
    edition: state.edition,
    publishedAt: state.publishedAt,
    isFrozen: state.status !== 'published',
    restatements: restatements.map(({ edition, signedAt: at, reason }) => ({
      ...{ edition, at },
      reason: hidePrivateData(reason),
    })),
    departments: publicDepartments(snapshot.sheet.departments, await leastCellOf(house, state.period)),
  });
}

/** Below how many valid callbacks counts are held back: as it was decided when the period was frozen, or now where it is not. */
async function leastCellOf(house: House, period: string): Promise<number> {
  const frozen = await readFrozenEdition(house.db, period);
  const board = frozen?.board as Pick<Board, 'leastCell'> | null | undefined;
  return board?.leastCell ?? (await openDataOf(house)).leastCell;
}

function publicDepartments(
  departments: readonly DepartmentSheet[],
  leastCell: number,
): readonly PublishedDepartment[] {
  const held = heldBackCallbacks(
    departments.map(({ callbacks }) => callbacks.valid),
    leastCell,
  );
  return departments.map((one, at) => {
    const isHeld = held.departments[at] === true;
    const { departmentId, code, name, nameEn, groupId, composite, band, notes, accounts } = one;
    return {
      ...{ departmentId, code, name, nameEn, groupId, composite, band, notes },
      points: {
        indicator: accounts.indicator.centipoints,
        supervision: accounts.supervision.centipoints,
        satisfaction: isHeld ? null : accounts.satisfaction.centipoints,
      },
      callbacks: isHeld ? null : one.callbacks,
      rates: isHeld ? null : one.rates,
      excluded: one.excludedRatio.excluded,
    };
  });
}
