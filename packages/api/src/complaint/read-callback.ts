import { loadComplaint, loadItem, readNames } from '@bihuan/db';
import {
  concernedDepartmentIds,
  hasRole,
  isCallbackExhausted,
  isLawfulForComplaint,
  unitsOf,
  type Actor,
  type Callback,
  type Instant,
  type Openness,
  type Refusal,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { deadlinesOf } from '../policy/rules-in-force.ts';
import { whyCalled } from './callback-sample.ts';
import { done, refusal, type RefusalCode, type Result } from '../result.ts';

/** What a clerk needs before and during a call; whom to call is revealed apart, and recorded. */
export type CallbackSheet = {
  readonly complaintId: string;
  readonly version: number;
  readonly trackingNumber: string;
  readonly openness: Openness;
  readonly title: string;
  readonly body: string;
  readonly wish: string;
  readonly answer: string;
  readonly attempts: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly outcome: Callback['outcome'];
    readonly answers: Callback['answers'];
    readonly note: string;
  }[];
  /** Why no call can be recorded now; null where one can. */
  readonly refusal: Refusal<RefusalCode> | null;
};

const schema = z.object({ complaintId: z.uuid() });

/** The sheet for one callback. For clerks of a unit that is not concerned; for others it is `not_found`. */
export async function readCallback(house: House, actor: Actor, raw: unknown): Promise<Result<CallbackSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'clerk')) return refusal('not_found');
  const { complaintId } = parsed.value;
  const [loaded, row] = await Promise.all([
    loadComplaint(house.db, complaintId),
    house.db.prisma.complaint.findUnique({ where: { id: complaintId } }),
  ]);
  if (loaded === null || row === null) return refusal('not_found');
  const { state, head } = loaded;
  const item = row.itemId === null ? null : await loadItem(house.db, row.itemId);
  const about = row.aboutDepartmentId;
  const concerned = item === null ? [about] : [...concernedDepartmentIds(item.state), about];
  if (unitsOf(actor).some((unit) => concerned.includes(unit))) return refusal('not_found');
  const { people } = await readNames(
    house.db,
    [],
    state.callbacks.map(({ staffId }) => staffId),
  );
  const { title, body, wish } = row;
  return done({
    ...{ complaintId, title, body, wish },
    version: head.version,
    trackingNumber: state.trackingNumber,
    openness: state.openness,
    answer: state.answers.at(-1)?.text ?? '',
    attempts: state.callbacks.map(({ at, staffId, outcome, answers, note }) => ({
      ...{ at, outcome, answers },
      by: people.get(staffId)?.name ?? '',
      note: note ?? '',
    })),
    refusal: await obstacle(),
  });

  async function obstacle(): Promise<Refusal<RefusalCode> | null> {
    if (!isLawfulForComplaint(state.status, 'record_callback'))
      return { code: 'illegal_move', data: { status: state.status, command: 'record_callback' } };
    if (item !== null && (await whyCalled(house, state, item.state)) === null)
      return { code: 'not_in_sample' };
    if (!state.reachable) return { code: 'complainant_not_reachable' };
    const deadlines = await deadlinesOf(house, state.deadlineVersion);
    return isCallbackExhausted(state, deadlines)
      ? { code: 'callbacks_exhausted', data: { most: deadlines.callbackTries } }
      : null;
  }
}
