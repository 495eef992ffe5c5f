import {
  readLatestPolicyTryOut,
  readNames,
  readPolicyDraft,
  readTryOutLines,
  type DepartmentName,
  type PolicyTryOut,
  type TryOutLine,
} from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { MOST_COUNT, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { editablePolicy } from '../editing/editable-policies.ts';
import { isTriedOut } from './tried-kinds.ts';
import type { PolicyTryOutResult } from './try-out-result.ts';

export type ShownTryOut = Omit<PolicyTryOut, 'result'> & {
  readonly result: PolicyTryOutResult | null;
  /** The draft was changed since. */
  readonly isOld: boolean;
};

export type TryOutPage = {
  readonly tryOut: ShownTryOut | null;
  readonly lines: readonly (TryOutLine & { readonly seq: number })[];
  /** Where the next lines begin; null where there are no more. */
  readonly next: number | null;
  readonly departments: Readonly<Record<string, DepartmentName>>;
  /** Whether cases can be opened; whoever keeps the rules sees their numbers alone. */
  readonly mayOpen: boolean;
};

const MOST_LINES = 50;

const schema = z.object({
  kind: typedText(1, 40),
  period: typedText(0, 20).default(''),
  departmentId: z.union([z.literal(''), z.uuid('unknown_department')]).default(''),
  after: typedNumber(0, MOST_COUNT).default(0),
});

/** The try-out of the draft of a kind with the lines behind it; null where the kind is not tried out, or has no draft. */
export async function readPolicyTryOut(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<TryOutPage | null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { kind, period, departmentId, after } = parsed.value;
  const desk = editablePolicy(kind);
  if (!desk?.reads(actor)) return refusal('not_found');
  if (!isTriedOut(desk.kind)) return done(null);
  const draft = await readPolicyDraft(house.db, desk.kind);
  if (draft === null) return done(null);
  const tryOut = await readLatestPolicyTryOut(house.db, desk.kind, {
    version: draft.policy.version,
    begunAt: draft.at,
  });
  const asked = { departmentId: departmentId || undefined, period: period || undefined };
  const found =
    tryOut?.isFinished === true
      ? await readTryOutLines(house.db, { id: tryOut.id, after, most: MOST_LINES + 1, ...asked })
      : [];
  const lines = found.slice(0, MOST_LINES);
  const ids = lines.flatMap((line) => line.departmentId ?? []);
  const { departments } = await readNames(house.db, ids);
  return done({
    tryOut:
      tryOut === null
        ? null
        : {
            ...tryOut,
            result: tryOut.result as PolicyTryOutResult | null,
            isOld: tryOut.revision !== draft.revision,
          },
    lines,
    next: found.length > MOST_LINES ? (lines.at(-1)?.seq ?? null) : null,
    departments: Object.fromEntries(departments),
    mayOpen: hasRole(actor, 'triage_admin', 'leader', 'auditor'),
  });
}
