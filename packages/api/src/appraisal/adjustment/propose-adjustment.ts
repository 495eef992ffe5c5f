import { NEW_HEAD, readLedgerLines, saveAdjustment, saveChange } from '@bihuan/db';
import {
  ADJUSTMENT_KINDS,
  evolveAdjustment,
  hasRole,
  isPeriodId,
  proposeAdjustment as propose,
  type Account,
  type Actor,
  type Adjustment,
  type AdjustmentContent,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { adjustmentNotices } from '../../notification/notices-of-events.ts';
import { choice, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { scoringOf } from '../../policy/rules-in-force.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { eventActor } from '../../work.ts';
import { periodById } from '../periods.ts';
import { policiesOfPeriod } from '../compose-period.ts';
import { adjustmentGround } from './adjustment-ground.ts';

const MOST_POINTS = 100;

const schema = z.object({
  /** Made with the form, so that sending it twice proposes once. */
  id: z.uuid(),
  kind: choice(ADJUSTMENT_KINDS),
  departmentId: z.union([z.literal(''), z.uuid('unknown_department')]).default(''),
  period: z.string('malformed').default(''),
  /** Points as they are written, above 0; asked for where the kind does not fix them. */
  points: z.union([z.literal(''), typedNumber(0.01, MOST_POINTS, 'any')]).default(''),
  itemNumber: typedText(0, 40).default(''),
  lineId: z.union([z.literal(''), z.uuid()]).default(''),
  basis: typedText(2, 2000),
  documentNumber: typedText(2, 100),
  reason: typedText(2, 1000),
});

type Typed = z.output<typeof schema>;

/** Proposes a line by hand with its evidence; nothing counts before another person signs. */
export async function proposeAdjustment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string; readonly period: string }>> {
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const content = await contentOf(house, parsed.value);
  if (!content.ok) return content;
  const period = await periodById(house, content.value.period);
  if (period === null) return badInput({ period: 'not_a_choice' });
  const { scoring, appraisal } = await policiesOfPeriod(house, period);
  const ground = await adjustmentGround(house, content.value, id);
  const decision = propose(id, content.value, { actor, now: house.now(), scoring, appraisal, ground });
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const after = decision.events.reduce<Adjustment | null>(evolveAdjustment, null);
  if (after === null) throw new Error('a proposal folds to nothing');
  const statements = saveAdjustment(after, NEW_HEAD, decision.events, eventActor(actor));
  // The same form sent twice meets its own events, and is done already.
  await saveChange(house.db, { statements, jobs: adjustmentNotices(id, 0, decision.events) });
  return done({ id, period: content.value.period });
}

async function contentOf(house: House, typed: Typed): Promise<Result<AdjustmentContent>> {
  const { kind, basis, documentNumber, reason } = typed;
  const evidence = { kind, basis, documentNumber, reason };
  if (kind === 'reversal') {
    const [line] = typed.lineId === '' ? [] : await readLedgerLines(house.db, { lineId: typed.lineId }, 1);
    if (line === undefined) return badInput({ lineId: 'required' });
    const { departmentId, period, account, itemId } = line;
    return done({
      ...{ ...evidence, departmentId, period, account, itemId },
      ...{ centipoints: -line.centipoints, reversalOf: line.id },
    });
  }
  const known = (await answerableDepartments(house)).some(({ id }) => id === typed.departmentId);
  if (!known) return badInput({ departmentId: 'unknown_department' });
  if (!isPeriodId(typed.period)) return badInput({ period: 'not_a_choice' });
  const isOnItem = kind === 'hard_problem' || kind === 'error_tolerance';
  const item = await itemByNumber(house, typed.itemNumber);
  if (isOnItem && typed.itemNumber === '') return badInput({ itemNumber: 'required' });
  if (typed.itemNumber !== '' && item === null) return badInput({ itemNumber: 'unknown_number' });
  const size = kind === 'hard_problem' ? (await scoringOf(house)).hardProblem : hundredthsOf(typed.points);
  if (size === null) return badInput({ points: typed.points === '' ? 'required' : 'not_a_number' });
  const account: Account = isOnItem ? 'supervision' : 'adjustment';
  return done({
    ...{ ...evidence, departmentId: typed.departmentId, period: typed.period, account },
    centipoints: kind === 'deduction' ? -size : size,
    itemId: item,
    reversalOf: null,
  });
}

async function itemByNumber(house: House, number: string): Promise<string | null> {
  if (number === '') return null;
  const row = await house.db.prisma.supervisionItem.findUnique({ where: { number }, select: { id: true } });
  return row?.id ?? null;
}

/** Points typed with two decimals at most as hundredths, without the arithmetic of doubles. */
function hundredthsOf(points: number | ''): number | null {
  const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(String(points)) ?? [];
  return whole === '' ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
