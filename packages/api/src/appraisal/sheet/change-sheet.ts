import {
  keepSnapshot,
  loadSheet,
  saveChange,
  saveSheet,
  type LoadedSheet,
  type NewScoreEntry,
} from '@bihuan/db';
import {
  decideSheet,
  evolveSheet,
  isPeriodId,
  scoreSheetCorrection,
  type Actor,
  type SheetCommand,
  type SheetContext,
  type SheetEvent,
  type SheetLife,
  type SheetStatus,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { sheetNotices } from '../../notification/notices-of-events.ts';
import { seenVersion } from '../../parse-input.ts';
import { scoringOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type InputCode, type Result } from '../../result.ts';
import { eventActor, retrying } from '../../work.ts';
import { seesPeriods } from './sheet-reader.ts';
import type { Edition } from './take-snapshot.ts';

/** Which period, and the version of its sheet that the person saw; a form sends both. */
export const sheetRef = {
  period: z.string('required' satisfies InputCode).refine(isPeriodId, 'malformed' satisfies InputCode),
  version: seenVersion,
};

export type SheetRef = { readonly period: string; readonly version?: number | undefined };

/** What a sheet has become. */
export type ChangedSheet = {
  readonly period: string;
  readonly status: SheetStatus;
  readonly edition: number;
};

/** A command, with what it rests on. */
export type WeighedCommand = {
  readonly command: SheetCommand;
  readonly tookPart?: readonly string[];
  /** What the sheet says from then on, where it begins a new edition. */
  readonly says?: Edition;
};

/** The sheet of a period for whoever reads periods; refused as stale where it is not the version they saw. */
export async function sheetFor(
  house: House,
  actor: Actor,
  { period, version }: SheetRef,
): Promise<Result<LoadedSheet>> {
  const loaded = await loadSheet(house.db, period);
  if (loaded === null || !seesPeriods(actor)) return refusal('not_found');
  if (version !== undefined && version !== loaded.head.version) return refusal('stale');
  return done(loaded);
}

/** Gives one command on the sheet of a period and saves, with the lines of the ledger that follow. */
export async function changeSheet(
  house: House,
  actor: Actor,
  ref: SheetRef,
  commandOn: (state: SheetLife) => Promise<Result<WeighedCommand>>,
): Promise<Result<ChangedSheet>> {
  return retrying(async () => {
    const loaded = await sheetFor(house, actor, ref);
    if (!loaded.ok) return loaded;
    const { state, head } = loaded.value;
    const weighed = await commandOn(state);
    if (!weighed.ok) return weighed;
    const { command, tookPart = [], says } = weighed.value;
    const decision = decideSheet(state, command, await sheetContext(house, actor, tookPart));
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const { events } = decision;
    const after = events.reduce<SheetLife>(evolveSheet, state);
    const saved = await saveChange(house.db, {
      statements: [
        ...saveSheet(after, head, events, eventActor(actor)),
        ...(says === undefined || after.edition === state.edition
          ? []
          : [keepSnapshot(after.id, after.edition, says.snapshot, says.board)]),
      ],
      entries: entriesOf(house, actor, after, head.version, events),
      jobs: sheetNotices(after.id, head.version, events),
    });
    const { period, status, edition } = after;
    return saved.ok ? done({ period, status, edition }) : refusal('stale');
  });
}

/** What a decision on a sheet rests on besides its state. */
export async function sheetContext(
  house: House,
  actor: Actor,
  tookPart: readonly string[] = [],
): Promise<SheetContext> {
  const { version: policyVersion } = await scoringOf(house);
  return { actor, now: house.now(), policyVersion, tookPart };
}

function entriesOf(
  house: House,
  actor: Actor,
  { id: streamId, period }: SheetLife,
  versionBefore: number,
  events: readonly SheetEvent[],
): readonly NewScoreEntry[] {
  return events.flatMap((event, index) =>
    scoreSheetCorrection(event, period).map((line) => ({
      ...{ ...line, id: house.newId(), at: event.at, actor: eventActor(actor), streamId },
      eventVersion: versionBefore + index + 1,
      ...('correction' in event && event.correction !== null && event.correction.reverses !== null
        ? { reversalOf: event.correction.reverses }
        : {}),
    })),
  );
}
