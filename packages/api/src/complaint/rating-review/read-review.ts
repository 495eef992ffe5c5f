import { loadReview, readNames, readReviews, type ReviewLine } from '@bihuan/db';
import {
  barredFrom,
  hasRole,
  isLawfulForReview,
  REVIEW_COMMANDS,
  type Actor,
  type RatingReview,
  type ReviewCommandType,
  type StaffActor,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const MOST = 200;

/** A review with who voted, and what this person may do next. Departments see neither the person nor the single rating. */
export type ReviewPage = {
  readonly line: ReviewLine;
  readonly state: Omit<RatingReview, 'callbacks'>;
  readonly calls: number;
  readonly names: Readonly<Record<string, string>>;
  readonly version: number;
  readonly steps: readonly ReviewCommandType[];
  /** Who may sit on the panel; empty where this person names none. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly department: string }[];
};

const schema = z.object({ reviewId: z.uuid() });

/** Reviews of bad ratings: the office sees all, a department its own. */
export async function listReviews(house: House, actor: Actor): Promise<Result<readonly ReviewLine[]>> {
  const scope = scopeOf(actor);
  return scope === null ? refusal('not_found') : done(await readReviews(house.db, scope, MOST));
}

/** One review; `not_found` for whoever has nothing to do with it. */
export async function readReview(house: House, actor: Actor, raw: unknown): Promise<Result<ReviewPage>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || actor.kind !== 'staff') return refusal('not_found');
  const loaded = await loadReview(house.db, parsed.value.reviewId);
  if (loaded === null || !mayRead(actor, loaded.state)) return refusal('not_found');
  const { state, head } = loaded;
  const lines = await readReviews(house.db, { complaintId: state.complaintId }, MOST);
  const line = lines.find(({ id }) => id === state.id);
  if (line === undefined) return refusal('not_found');
  const ids = [...(state.appeal?.panel ?? []).map(({ staffId }) => staffId), state.finding?.staffId ?? ''];
  const { people } = await readNames(
    house.db,
    [],
    ids.filter((id) => id !== ''),
  );
  const steps = REVIEW_COMMANDS.filter((type) => mayTake(state, type, actor));
  const { callbacks, ...shown } = state;
  return done({
    ...{ line, state: shown, calls: callbacks.length, version: head.version, steps },
    names: Object.fromEntries([...people].map(([id, { name }]) => [id, name])),
    candidates: steps.includes('name_panel') ? await candidatesFor(house, state) : [],
  });
}

/** What waits for this person among the reviews. */
export async function waitingReviews(house: House, actor: StaffActor): Promise<readonly ReviewLine[]> {
  const scope = scopeOf(actor) ?? (await panelScope(house, actor));
  if (scope === null) return [];
  const lines = await readReviews(house.db, scope, MOST);
  const waiting = await Promise.all(
    lines.map(async (line) => {
      if (line.status === 'closed' && line.appeal !== 'running') return false;
      const loaded = await loadReview(house.db, line.id);
      return (
        loaded !== null &&
        REVIEW_COMMANDS.some(
          (type) => type !== 'appeal' && type !== 'extend' && mayTake(loaded.state, type, actor),
        )
      );
    }),
  );
  return lines.filter((_, index) => waiting[index]);
}

function mayTake(state: RatingReview, type: ReviewCommandType, actor: StaffActor): boolean {
  if (type === 'cross_deadline' || barredFrom(state, type, actor) !== null) return false;
  const { appeal } = state;
  const isRunning = appeal !== null && appeal.ruling === null;
  switch (type) {
    case 'appeal':
      return appeal === null;
    case 'name_panel':
      return isRunning && appeal.votes.length === 0;
    case 'vote':
      return (
        isRunning &&
        appeal.panel.some(({ staffId }) => staffId === actor.staffId) &&
        !appeal.votes.some(({ staffId }) => staffId === actor.staffId)
      );
    case 'rule':
      return isRunning && appeal.panel.length > 0 && appeal.votes.length === appeal.panel.length;
    default:
      return isLawfulForReview(state.status, type);
  }
}

function scopeOf(actor: Actor): { readonly departmentId?: string } | null {
  if (hasRole(actor, 'clerk', 'triage_admin', 'inspector', 'appraisal_admin', 'leader', 'auditor')) return {};
  if (hasRole(actor, 'department_officer', 'department_head')) return { departmentId: actor.departmentId };
  return null;
}

async function panelScope(house: House, { staffId }: StaffActor): Promise<Record<never, never> | null> {
  const named = await house.db.prisma.event.count({
    where: { type: 'AppealPanelNamed', data: { path: ['panel'], array_contains: [{ staffId }] } },
  });
  return named > 0 ? {} : null;
}

function mayRead(actor: StaffActor, state: RatingReview): boolean {
  const scope = scopeOf(actor);
  const isOnPanel = state.appeal?.panel.some(({ staffId }) => staffId === actor.staffId) === true;
  return isOnPanel || (scope !== null && (scope.departmentId ?? state.departmentId) === state.departmentId);
}

async function candidatesFor(house: House, state: RatingReview): Promise<ReviewPage['candidates']> {
  const staff = await house.db.prisma.staff.findMany({
    where: {
      isActive: true,
      roles: { hasSome: ['inspector', 'assessor', 'leader', 'appraisal_admin', 'triage_admin'] },
      ...(state.departmentId === null ? {} : { departmentId: { not: state.departmentId } }),
      ...(state.finding === null ? {} : { id: { not: state.finding.staffId } }),
    },
    include: { department: true },
    orderBy: { name: 'asc' },
    take: 60,
  });
  return staff.map(({ id, name, department }) => ({ id, name, department: department.name }));
}
