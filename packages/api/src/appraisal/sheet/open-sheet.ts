import { keepSnapshot, loadSheet, NEW_HEAD, saveChange, saveSheet, sheetHash } from '@bihuan/db';
import { evolveSheet, openSheet as decideOpening, type Actor, type SheetLife } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { sheetNotices } from '../../notification/notices-of-events.ts';
import { parseInput } from '../../parse-input.ts';
import { calendarOf, scoringOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';
import { periodById } from '../periods.ts';
import { sheetRef, type ChangedSheet } from './change-sheet.ts';
import { seesPeriods } from './sheet-reader.ts';
import { whileStanding } from './standing-period.ts';
import { takeSnapshot } from './take-snapshot.ts';

const schema = z.object({ period: sheetRef.period });

/** Opens the sheet of a period that is over as provisional (公示稿), with a snapshot of what it says. */
export async function openPeriodSheet(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  if (!seesPeriods(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period } = parsed.value;
  const known = await periodById(house, period);
  if (known === null) return refusal('not_found');
  if ((await loadSheet(house.db, period)) !== null) return refusal('sheet_exists');
  return whileStanding(house, period, async () => {
    const snapshot = await takeSnapshot(house, period);
    const decision = decideOpening(
      { id: house.newId(), period, lastDay: known.lastDay, contentHash: sheetHash(snapshot) },
      { actor, now: house.now(), calendar: await calendarOf(house), policy: await scoringOf(house) },
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const { events } = decision;
    const state = events.reduce<SheetLife | null>(evolveSheet, null) as SheetLife;
    const saved = await saveChange(house.db, {
      statements: [
        ...saveSheet(state, NEW_HEAD, events, eventActor(actor)),
        keepSnapshot(state.id, 0, snapshot),
      ],
      jobs: sheetNotices(state.id, 0, events),
    });
    if (!saved.ok) return refusal('sheet_exists');
    return done({ period, status: state.status, edition: 0 });
  });
}
