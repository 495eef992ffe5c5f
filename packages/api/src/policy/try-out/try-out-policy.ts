import { askForPolicyTryOut, listPolicyVersions } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import { periodsSoFar } from '../../appraisal/periods.ts';
import type { House } from '../../house.ts';
import { parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { editablePolicy } from '../editing/editable-policies.ts';
import { isTriedOut } from './tried-kinds.ts';

const MOST_PERIODS = 8;
const schema = z.object({ kind: typedText(1, 40), periods: typedNumber(1, MOST_PERIODS).default(2) });

/** Has the draft tried out on the periods of late; the worker does it, and the page tells how far it is. */
export async function tryOutPolicy(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly tryOutId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const desk = editablePolicy(parsed.value.kind);
  if (!desk?.changes(actor) || !isTriedOut(desk.kind)) return refusal('not_found');
  const { kind } = desk;
  const draft = (await listPolicyVersions(house.db, kind)).find(({ isDraft }) => isDraft);
  if (draft === undefined) return refusal('not_found');
  const periods = (await periodsSoFar(house)).slice(0, parsed.value.periods);
  const fromOn = periods.at(-1)?.firstDay ?? '';
  const { version } = draft.policy;
  const { revision } = draft;
  const id = house.newId();
  const askedAt = house.now();
  await askForPolicyTryOut(house.db, {
    ...{ id, kind, version, revision, fromOn, askedAt, staffId: actor.staffId },
  });
  return done({ tryOutId: id });
}
