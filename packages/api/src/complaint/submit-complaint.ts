import { createHash } from 'node:crypto';
import {
  insertComplaint,
  insertContact,
  saveChange,
  searchWords,
  type CategoryAnswer,
  type Statement,
} from '@bihuan/db';
import {
  decideComplaint,
  foldComplaint,
  hidePrivateData,
  localDateOf,
  queryCode,
  submitComplaint as submit,
  trackingNumber,
  type Actor,
  type Complaint,
  type ComplaintEvent,
  type DeadlinePolicy,
  type Due,
  type WorkingCalendar,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { badInput, done, type Result } from '../result.ts';
import { parseInput } from '../parse-input.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import { complaintNotices } from '../notification/notices-of-events.ts';
import { eventActor } from '../work.ts';
import { answerCategory } from './answer-category.ts';
import type { Joined } from './join/joinable-case.ts';
import { matterSchema, transferSchema, type Matter, type Transfer } from './matter-schema.ts';

export type Receipt = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  /** Shown once; only its keyed hash is kept. */
  readonly queryCode: string;
  readonly submittedAt: string;
  readonly triageDue: Due;
};

/** Where an imported row came from; unique, so that a second import finds the first. */
export type ExternalRef = { readonly source: string; readonly id: string };

/** What else has to happen in the transaction that files a complaint. */
export type Beside = (filed: Pick<Receipt, 'complaintId' | 'submittedAt'>) => readonly Statement[];

/**
 * Files a complaint, whatever the channel. The same once-only token, or the same external reference, gives the same
 * receipt again instead of a second complaint. A complaint with an external reference is a transfer: its own limits hold,
 * and it may say when and as what it was reported elsewhere. `beside`: see there.
 * `joined`: the running case it follows from the start.
 */
export async function submitComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
  external: ExternalRef | null = null,
  beside: Beside = () => [],
  joined: Joined | null = null,
): Promise<Result<Receipt & { readonly isNew: boolean }>> {
  const parsed = external === null ? parseInput(matterSchema, raw) : parseInput(transferSchema, raw);
  if (!parsed.ok) return parsed;
  const matter = parsed.value;
  if (matter.aboutDepartmentId !== null && !(await isKnownDepartment(house, matter.aboutDepartmentId)))
    return badInput({ aboutDepartmentId: 'unknown_department' });
  const answered = await answerCategory(house, matter, external === null);
  if (!answered.ok) return answered;
  for (let tries = 5; ; tries -= 1) {
    const { receipt, statements, jobs } = await file(house, actor, matter, answered.value, external, joined);
    const saved = await saveChange(house.db, { statements: [...statements, ...beside(receipt)], jobs });
    if (saved.ok) return done({ ...receipt, isNew: true });
    if (
      saved.conflict === 'complaint_once_hash_key' ||
      saved.conflict === 'complaint_external_source_external_id_key'
    )
      return done({ ...(await receiptOfEarlier(house, matter, external)), isNew: false });
    if (saved.conflict !== 'complaint_tracking_number_key' || tries <= 1)
      throw new Error(`filing was refused by ${saved.conflict}`);
  }
}

async function file(
  house: House,
  actor: Actor,
  matter: Matter | Transfer,
  categoryAnswers: readonly CategoryAnswer[],
  external: ExternalRef | null,
  joined: Joined | null,
) {
  const now = house.now();
  const [calendar, deadlines] = await Promise.all([calendarOf(house), deadlinesOf(house)]);
  const id = house.newId();
  const number = trackingNumber({
    prefix: house.numberPrefix,
    date: localDateOf(now),
    random: house.randomBytes(6),
  });
  const code = codeOf(house, matter, external) ?? queryCode(house.randomBytes(12));
  const { channel, complainantKind, openness } = matter;
  const event = submit(
    {
      type: 'submit',
      id,
      trackingNumber: number,
      channel,
      complainantKind,
      openness,
      reachable: matter.phone !== '' || matter.email !== '' || Boolean(matter.representative?.phone),
      matterHash: matterHash(matter, categoryAnswers),
    },
    { now, calendar, deadlines },
  );
  const events = [event, ...joining(event, joined, { calendar, deadlines })];
  const state = foldComplaint(events) as Complaint;
  const { chosenCategory, serviceItem, mayPublish } = matter;
  const { title, body, tried, causeClass, wish, place, enterpriseName, creditCode, aboutDepartmentId } =
    matter;
  const statements: Statement[] = [
    ...insertComplaint(state, events, eventActor(actor), {
      ...{ title, body, tried, causeClass, wish, place, enterpriseName, creditCode, aboutDepartmentId },
      ...{ chosenCategory, serviceItem, categoryAnswers, mayPublish },
      loggedById: actor.kind === 'staff' ? actor.staffId : null,
      externalSource: external?.source ?? null,
      externalId: external?.id ?? null,
      reportedAt: 'reportedAt' in matter ? matter.reportedAt : null,
      reportedCategory: 'reportedCategory' in matter ? matter.reportedCategory : '',
      codeHash: house.keyring.keyedHash('query_code', code),
      onceHash: matter.once === undefined ? null : house.keyring.keyedHash('once', matter.once),
      // What tells who wrote it is no search word: nobody finds a person by searching texts.
      searchWords: searchWords(
        hidePrivateData(`${title} ${body}`, [matter.name, matter.phone, matter.email]),
      ),
    }),
  ];
  if (matter.name !== '' || matter.phone !== '' || matter.email !== '' || matter.representative !== null)
    statements.push(insertContact(id, matter, house.keyring));
  const receipt = {
    complaintId: id,
    trackingNumber: number,
    queryCode: code,
    submittedAt: now,
    triageDue: event.clock.due,
  };
  // Files of a hundred thousand transfers hold few addresses; jobs that write to nobody would keep the others waiting.
  const isUntold = channel === 'transfer_12345' && matter.email === '';
  return { receipt, statements, jobs: isUntold ? [] : complaintNotices(id, 0, [event]) };
}

/** The complainant's own word that theirs is the matter of a running case. Throws where the rule refuses it. */
function joining(
  submitted: ComplaintEvent & { type: 'ComplaintSubmitted' },
  joined: Joined | null,
  rules: { readonly calendar: WorkingCalendar; readonly deadlines: DeadlinePolicy },
): readonly ComplaintEvent[] {
  if (joined === null) return [];
  const actor = { kind: 'complainant', complaintId: submitted.id } as const;
  const context = { ...rules, actor, now: submitted.at, item: null };
  const state = foldComplaint([submitted]) as Complaint;
  const decision = decideComplaint(state, { type: 'join', ...joined }, context);
  if (!decision.ok) throw new Error(`joining was refused by ${decision.refusal.code}`);
  return decision.events;
}

async function receiptOfEarlier(
  house: House,
  matter: Matter,
  external: ExternalRef | null,
): Promise<Receipt> {
  const where =
    external === null
      ? { onceHash: new Uint8Array(house.keyring.keyedHash('once', matter.once ?? '')) }
      : { externalSource_externalId: { externalSource: external.source, externalId: external.id } };
  const row = await house.db.prisma.complaint.findUniqueOrThrow({ where });
  const triageDue = {
    date: row.dueOn?.toISOString().slice(0, 10) ?? '',
    half: row.dueHalf === 'am' ? ('am' as const) : ('pm' as const),
    provisional: row.isDueProvisional,
  };
  return {
    complaintId: row.id,
    trackingNumber: row.trackingNumber,
    queryCode: codeOf(house, matter, external) ?? '',
    submittedAt: row.submittedAt.toISOString(),
    triageDue,
  };
}

/** The query code follows from the once-only token, so that a double submit can be shown the same one. */
function codeOf(house: House, matter: Matter, external: ExternalRef | null): string | null {
  if (external !== null)
    return queryCode(house.keyring.derive('query_code', `external:${external.source}:${external.id}`, 12));
  return matter.once === undefined
    ? null
    : queryCode(house.keyring.derive('query_code', `once:${matter.once}`, 12));
}

function matterHash(matter: Matter, categoryAnswers: readonly CategoryAnswer[]): string {
  const { title, body, tried, causeClass, wish, place, enterpriseName, creditCode } = matter;
  const { chosenCategory, serviceItem } = matter;
  const text = JSON.stringify([
    title,
    body,
    tried,
    causeClass,
    wish,
    place,
    enterpriseName,
    creditCode,
    chosenCategory,
    serviceItem,
    categoryAnswers,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

async function isKnownDepartment(house: House, id: string): Promise<boolean> {
  return (await house.db.prisma.department.count({ where: { id, activeTo: null } })) === 1;
}
