import {
  clearTryOutLines,
  finishPolicyTryOut,
  policyVersion,
  readPolicyDraft,
  readPolicyTryOut,
  savePolicyTryOutProgress,
  type PolicyData,
  type PolicyTryOut,
} from '@bihuan/db';
import { instantAt } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { comparePeriods } from './compare-periods.ts';
import { isTriedOut, type TriedKind } from './tried-kinds.ts';
import { tryOutCards } from './try-out-cards.ts';
import { tryOutDeadlines } from './try-out-deadlines.ts';
import { takeLines } from './try-out-lines.ts';
import type { PolicyTryOutResult, Sums } from './try-out-result.ts';
import { tryOutScoring } from './try-out-scoring.ts';

const schema = z.object({ policyTryOutId: z.uuid() });

export function isPolicyTryOut(data: unknown): boolean {
  return schema.safeParse(data).success;
}

/** Works on a try-out: nothing but its own row and lines is written. A draft that was changed meanwhile is let go. */
export async function runPolicyTryOut(house: House, data: unknown): Promise<void> {
  const tryOut = await readPolicyTryOut(house.db, schema.parse(data).policyTryOutId);
  if (tryOut === null || tryOut.isFinished || !isTriedOut(tryOut.kind)) return;
  const draft = await readPolicyDraft(house.db, tryOut.kind);
  if (draft?.policy.version !== tryOut.version || draft.revision !== tryOut.revision) return;
  await clearTryOutLines(house.db, tryOut.id);
  const result = await tried(house, tryOut, tryOut.kind);
  await finishPolicyTryOut(house.db, tryOut.id, result, house.now());
}

async function tried(house: House, tryOut: PolicyTryOut, kind: TriedKind): Promise<PolicyTryOutResult> {
  const since = instantAt(tryOut.fromOn, '00:00');
  const lines = takeLines(house, tryOut.id);
  const onProgress = (done: number, total: number) =>
    savePolicyTryOutProgress(house.db, tryOut.id, done, total);
  const read = async <Kind extends TriedKind>(one: Kind): Promise<PolicyData[Kind]> => {
    const policy = await policyVersion(house.db, one, tryOut.version);
    if (policy === null) throw new Error(`no version ${tryOut.version}`);
    return policy;
  };
  const nothing = { events: 0, lines: 0, periods: [], terms: [], cards: null };
  switch (kind) {
    case 'deadlines': {
      const found = await tryOutDeadlines(house, await read(kind), since, lines, onProgress);
      return { ...nothing, ...found, lines: await lines.end() };
    }
    case 'cards': {
      const { differences, ...found } = await tryOutCards(house, await read(kind), since, lines, onProgress);
      return { ...nothing, ...found, lines: await lines.end(), periods: await periodsUnder({}, differences) };
    }
    case 'scoring': {
      const scoring = await read(kind);
      const { events, differences } = await tryOutScoring(house, scoring, since, lines, onProgress);
      const kept = await lines.end();
      return { ...nothing, events, lines: kept, periods: await periodsUnder({ scoring }, differences) };
    }
    case 'appraisal':
      return { ...nothing, periods: await periodsUnder({ appraisal: await read(kind) }) };
    case 'groups':
      return { ...nothing, periods: await periodsUnder({ groups: await read(kind) }) };
    case 'coefficients':
      return { ...nothing, periods: await periodsUnder({ coefficients: await read(kind) }) };
    case 'pay':
      return { ...nothing, periods: await periodsUnder({ pay: await read(kind) }) };
  }

  function periodsUnder(drafted: Parameters<typeof comparePeriods>[2], differences: Sums = new Map()) {
    return comparePeriods(house, tryOut.fromOn, drafted, differences);
  }
}
