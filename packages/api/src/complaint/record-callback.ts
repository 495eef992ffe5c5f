import { CALLBACK_OUTCOMES, SATISFACTION_LEVELS, unitsOf, type Actor, type Complaint } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, seenVersion, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type InputCode, type Result } from '../result.ts';
import { yesOrNo } from '../supervision/item-input.ts';
import { retrying, Work } from '../work.ts';
import { whyCalled } from './callback-sample.ts';

const unasked = (typed: unknown) => (typed === '' || typed === null ? undefined : typed);

const schema = z.object({
  complaintId: z.uuid('required'),
  version: seenVersion,
  outcome: choice(CALLBACK_OUTCOMES),
  contacted: z.preprocess(unasked, yesOrNo.optional()),
  solved: z.preprocess(unasked, yesOrNo.optional()),
  satisfaction: z.preprocess(unasked, choice(SATISFACTION_LEVELS).optional()),
  note: typedText(0, 1000).default(''),
});

type Input = z.output<typeof schema>;

/** What became of the call. `finding`: whether it counts as the second finding of a running verification. */
export type RecordedCallback = {
  readonly complaintId: string;
  readonly tries: number;
  readonly finding: 'filed' | 'not_waited_for' | 'not_independent';
};

/**
 * Records a callback (回访) of the window with its three separate answers. A valid one is also filed as the second finding
 * where the complaint's item waits for it; where this clerk is not independent of the first finding the call still counts,
 * and another clerk has to call for the finding. Where a sample is called, others are `not_in_sample`.
 */
export async function recordCallback(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<RecordedCallback>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, version, outcome, contacted, solved, satisfaction, note } = parsed.value;
  const missing = missingAnswers(parsed.value);
  if (missing !== null) return badInput(missing);
  return retrying(async () => {
    const work = new Work(house, actor);
    const complaint = await work.complaint(complaintId, version);
    if (!complaint.ok) return complaint;
    if (!(await isCalled(house, work, complaint.value))) return refusal('not_in_sample');
    const recorded = await work.commandComplaint(
      complaintId,
      {
        type: 'record_callback',
        outcome,
        contacted: contacted ?? false,
        solved: solved ?? false,
        satisfaction: satisfaction ?? null,
        note,
      },
      version,
    );
    if (!recorded.ok) return recorded;
    const finding =
      outcome === 'valid'
        ? await fileAsFinding(house, actor, work, recorded.value, parsed.value)
        : 'not_waited_for';
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ complaintId, tries: recorded.value.callbacks.length, finding });
  });
}

/** Whether this case is one that the window calls back about. */
async function isCalled(house: House, work: Work, complaint: Complaint): Promise<boolean> {
  if (!('itemId' in complaint) || complaint.itemId === null) return true;
  const item = await work.item(complaint.itemId);
  return !item.ok || (await whyCalled(house, complaint, item.value)) !== null;
}

/** A valid callback asks all three questions. */
function missingAnswers({
  outcome,
  contacted,
  solved,
  satisfaction,
}: Input): Record<string, InputCode> | null {
  if (outcome !== 'valid') return null;
  const open = Object.entries({ contacted, solved, satisfaction }).filter(
    ([, answer]) => answer === undefined,
  );
  return open.length === 0 ? null : Object.fromEntries(open.map(([field]) => [field, 'required' as const]));
}

/** Filed before the inspector's, a call of the inspector's own unit would bar that inspector: it is no finding either way. */
async function fileAsFinding(
  house: House,
  actor: Actor,
  work: Work,
  complaint: Complaint,
  { solved, note }: Input,
): Promise<RecordedCallback['finding']> {
  if (!('itemId' in complaint) || complaint.itemId === null) return 'not_waited_for';
  const item = await work.item(complaint.itemId);
  if (!item.ok || item.value.status !== 'verifying') return 'not_waited_for';
  if (item.value.findings.some((finding) => finding.part === 'B')) return 'not_waited_for';
  const inspector = await house.db.prisma.staff.findUnique({ where: { id: item.value.inspectorId } });
  if (actor.kind !== 'staff' || unitsOf(actor).some((unit) => unit === inspector?.departmentId))
    return 'not_independent';
  const filed = await work.commandItem(complaint.itemId, {
    type: 'file_finding',
    findingId: house.newId(),
    part: 'B',
    kind: 'callback',
    isResolved: solved ?? false,
    isFalseRequest: false,
    text: note,
    complaintId: complaint.id,
    visit: null,
  });
  return filed.ok ? 'filed' : 'not_independent';
}
