import { loadSheet, readNames } from '@bihuan/db';
import {
  decideSheet,
  hasRole,
  isLawfulSheetCommand,
  lastPlaces,
  mayCommandSheet,
  withLastPlace,
  withoutLastPlace,
  type Actor,
  type DepartmentSheet,
  type LastPlace,
  type Refusal,
  type SheetCommand,
  type SheetLastPlace,
  type SheetRefusal,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { policiesOfVersions } from '../compose-period.ts';
import { periodsSoFar, presentPeriod } from '../periods.ts';
import { sheetContext } from '../sheet/change-sheet.ts';
import { standingSheet } from '../standing-sheet.ts';
import { lastPlacesNow } from './last-place-of-group.ts';

type Ruling = Omit<SheetLastPlace, 'proposedBy' | 'signed'> & {
  readonly proposedBy: string;
  readonly signed: { readonly at: string; readonly by: string } | null;
};

/** One last place, what became of it, and what this person may do about it. */
export type LastPlaceView = LastPlace & {
  readonly departments: readonly {
    readonly now: DepartmentSheet;
    /** Millionths, as it would be with the rule; null: a person decides. */
    readonly factor: number | null;
  }[];
  readonly rulings: readonly Ruling[];
  readonly steps: readonly {
    readonly type: 'propose_last_place' | 'sign_last_place' | 'drop_last_place';
    readonly refusal: Refusal<SheetRefusal> | null;
  }[];
};

export type LastPlaceTrial = {
  readonly period: string;
  readonly periods: readonly string[];
  /** The edition that was frozen or restated; null while the period is not frozen. */
  readonly edition: number | null;
  /** Of the sheet of the period; null where none was opened. */
  readonly version: number | null;
  /** Whether the rule is in force for the period. */
  readonly isOn: boolean;
  readonly leastGroup: number;
  readonly places: readonly LastPlaceView[];
};

const schema = z.object({ period: z.string('malformed').optional() });

/**
 * What last place (末位零绩效) would do in a period, and what was signed about it; of a frozen period as its edition says. For those who
 * keep and read the rules of pay.
 */
export async function simulateLastPlace(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<LastPlaceTrial>> {
  if (!hasRole(actor, 'appraisal_admin', 'leader', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const periods = await periodsSoFar(house);
  const asked = parsed.value.period ?? (await presentPeriod(house)).id;
  const period = periods.find(({ id }) => id === asked);
  if (period === undefined) return badInput({ period: 'not_a_choice' });
  const [{ sheet, edition }, loaded] = await Promise.all([
    standingSheet(house, period.id),
    loadSheet(house.db, period.id),
  ]);
  const { pay } = await policiesOfVersions(house, sheet.policyVersions);
  const departments = withoutLastPlace(sheet.departments);
  const places = lastPlaces(departments, pay);
  const tried = new Map(
    withLastPlace(
      departments,
      { ...pay, lastPlace: { ...pay.lastPlace, isOn: true } },
      places.flatMap(({ groupId, departmentIds, outcome }) =>
        outcome === 'zero' ? [{ groupId, departmentIds, zeroIds: departmentIds }] : [],
      ),
    ).map((one) => [one.departmentId, one]),
  );
  const rulings = await named(house, loaded?.state.lastPlaces ?? []);
  const now = pay.lastPlace.isOn ? await lastPlacesNow(house, period.id) : [];
  const context = await sheetContext(house, actor);
  const stepsOf = (groupId: string): LastPlaceView['steps'] => {
    if (loaded === null || !pay.lastPlace.isOn) return [];
    const { state } = loaded;
    const place = now.find((one) => one.groupId === groupId) ?? null;
    const isWaiting = state.lastPlaces.some((one) => one.groupId === groupId && one.signed === null);
    const commands = [
      { type: 'propose_last_place', place, zeroIds: [], reason: '' },
      { type: 'sign_last_place', groupId, place },
      { type: 'drop_last_place', groupId, reason: '' },
    ] as const satisfies readonly SheetCommand[];
    return commands
      .filter(({ type }) => mayCommandSheet(actor, type) && isLawfulSheetCommand(state.status, type))
      .filter(({ type }) => isWaiting !== (type === 'propose_last_place'))
      .map((command) => {
        const decision = decideSheet(state, command, context);
        return { type: command.type, refusal: decision.ok ? null : decision.refusal };
      });
  };
  return done({
    ...{ period: period.id, periods: periods.map(({ id }) => id), edition },
    version: loaded?.head.version ?? null,
    ...{ isOn: pay.lastPlace.isOn, leastGroup: pay.lastPlace.leastGroup },
    places: places.map((place) => ({
      ...place,
      departments: departments
        .filter(({ departmentId }) => place.departmentIds.includes(departmentId))
        .map((now) => ({
          now,
          factor: place.outcome === 'zero' ? (tried.get(now.departmentId)?.payFactor ?? null) : null,
        })),
      rulings: rulings.filter(({ groupId }) => groupId === place.groupId),
      steps: stepsOf(place.groupId),
    })),
  });
}

async function named(house: House, rulings: readonly SheetLastPlace[]): Promise<readonly Ruling[]> {
  const ids = rulings.flatMap(({ proposedBy, signed }) => [proposedBy, ...(signed ? [signed.by] : [])]);
  const { people } = await readNames(house.db, [], ids);
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  return rulings.map((one) => ({
    ...one,
    proposedBy: nameOf(one.proposedBy),
    signed: one.signed && { at: one.signed.at, by: nameOf(one.signed.by) },
  }));
}
