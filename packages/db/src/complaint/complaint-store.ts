import { foldComplaint, type Complaint, type ComplaintEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { GENESIS } from '../audit/event-hash.ts';
import {
  foldStream,
  foldStreams,
  readStream,
  type EventActor,
  type StoredEvent,
} from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { complaintRow, type ComplaintRow } from './complaint-row.ts';

export type LoadedComplaint = { readonly state: Complaint; readonly head: StreamHead };

/** The complaint as its events fold to; null where there is none. */
export async function loadComplaint(db: Pick<Database, 'pool'>, id: string): Promise<LoadedComplaint | null> {
  return folded(await readStream(db, id));
}

/** Several complaints by id, in one question; one that is not there is missing. */
export async function loadComplaints(
  db: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedComplaint>> {
  return foldStreams(db, ids, folded);
}

function folded(stored: readonly StoredEvent[]): LoadedComplaint | null {
  return foldStream<ComplaintEvent, Complaint>(stored, 'complaint', foldComplaint);
}

/** A question of the category and its answer, as both read on the day of filing. */
export type CategoryAnswer = {
  readonly code: string;
  readonly question: string;
  readonly questionEn: string;
  readonly answer: string;
  readonly answerEn: string;
};

/** What is kept beside the events of a complaint when it is filed. */
export type FiledMatter = {
  readonly title: string;
  readonly body: string;
  readonly tried: unknown;
  readonly causeClass: string;
  readonly wish: string;
  readonly place: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly aboutDepartmentId: string | null;
  readonly loggedById: string | null;
  readonly externalSource: string | null;
  readonly externalId: string | null;
  /** When it was first reported elsewhere, ISO-8601 UTC. */
  readonly reportedAt: string | null;
  readonly reportedCategory: string;
  readonly chosenCategory: string;
  readonly serviceItem: string;
  readonly categoryAnswers: readonly CategoryAnswer[];
  readonly mayPublish: boolean;
  readonly codeHash: Buffer;
  readonly onceHash: Buffer | null;
  /** Words of title and body, cut by jieba, separated by spaces. */
  readonly searchWords: string;
};

/** Statements that file a new complaint with its first events. */
export function insertComplaint(
  state: Complaint,
  events: readonly ComplaintEvent[],
  actor: EventActor,
  matter: FiledMatter,
): readonly Statement[] {
  const { statement, head } = appendEvents(
    'complaint',
    state.id,
    { version: 0, hash: GENESIS },
    actor,
    events,
  );
  const row = complaintRow(state, head);
  const columns = { ...row, ...matterColumns(matter) };
  const names = Object.keys(columns);
  return [
    {
      name: 'insert-complaint',
      text: `INSERT INTO complaint (${names.join(', ')}, search)
VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}, to_tsvector('simple', $${names.length + 1}))`,
      values: [...Object.values(columns), matter.searchWords],
    },
    statement,
  ];
}

/** Statements that append events to a complaint and bring its row up to them. */
export function updateComplaint(
  before: LoadedComplaint,
  after: Complaint,
  events: readonly ComplaintEvent[],
  actor: EventActor,
  callbackCredit: { readonly period: string; readonly departmentId: string | null },
): readonly Statement[] {
  const { statement, head } = appendEvents('complaint', after.id, before.head, actor, events);
  return [
    statement,
    updateRow(complaintRow(after, head)),
    ...callbackStatements(before.state, after, callbackCredit),
    ...ratingStatements(before.state, after),
  ];
}

function updateRow(row: ComplaintRow): Statement {
  const { id, ...rest } = row;
  const names = Object.keys(rest);
  return {
    name: 'update-complaint',
    text: `UPDATE complaint SET ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} WHERE id = $1`,
    values: [id, ...Object.values(rest)],
  };
}

function callbackStatements(
  before: Complaint,
  after: Complaint,
  credit: { readonly period: string; readonly departmentId: string | null },
): readonly Statement[] {
  return after.callbacks.slice(before.callbacks.length).map((callback, index) => ({
    name: 'insert-callback',
    text: `INSERT INTO callback (complaint_id, ordinal, at, staff_id, outcome, has_contact, is_solved, satisfaction, period, department_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      after.id,
      before.callbacks.length + index + 1,
      callback.at,
      callback.staffId,
      callback.outcome,
      callback.answers?.contacted ?? null,
      callback.answers?.solved ?? null,
      callback.answers?.satisfaction ?? null,
      credit.period,
      credit.departmentId,
    ],
  }));
}

function ratingStatements(before: Complaint, after: Complaint): readonly Statement[] {
  return after.ratings.slice(before.ratings.length).map((rating, index) => ({
    name: 'insert-rating',
    text: 'INSERT INTO rating (complaint_id, ordinal, at, level, comment) VALUES ($1, $2, $3, $4, $5)',
    values: [after.id, before.ratings.length + index + 1, rating.at, rating.level, rating.comment],
  }));
}

function matterColumns(matter: FiledMatter) {
  return {
    title: matter.title,
    body: matter.body,
    tried: JSON.stringify(matter.tried),
    cause_class: matter.causeClass,
    wish: matter.wish,
    place: matter.place,
    enterprise_name: matter.enterpriseName,
    credit_code: matter.creditCode,
    about_department_id: matter.aboutDepartmentId,
    logged_by_id: matter.loggedById,
    external_source: matter.externalSource,
    external_id: matter.externalId,
    reported_at: matter.reportedAt,
    reported_category: matter.reportedCategory,
    chosen_category: matter.chosenCategory,
    service_item: matter.serviceItem,
    category_answers: JSON.stringify(matter.categoryAnswers),
    may_publish: matter.mayPublish,
    code_hash: matter.codeHash,
    once_hash: matter.onceHash,
  };
}
