import {
  assignmentOf,
  concernedDepartmentIds,
  demandsOfItem,
  periodOf,
  type ItemEvent,
  type SupervisionItem,
} from '@bihuan/domain';
import type { Statement } from '../statement.ts';
import { keepDemands } from './demand-row.ts';
import { participantRow } from './item-row.ts';

/** Rows that hang on an item: only those that its new events touch are written. `known`: how many events it had before. */
export function itemChildren(
  item: SupervisionItem,
  events: readonly ItemEvent[],
  known: number,
): readonly Statement[] {
  const has = (...types: readonly ItemEvent['type'][]) => events.some((event) => types.includes(event.type));
  return [
    ...(has('ItemProposed', 'ComplaintLinked') ? [complaints(item)] : []),
    ...(has('ItemAssigned') ? [leaveParticipations(item), participations(item), leaveMeasures(item)] : []),
    ...(has('DisputeRuled') ? [leaveMeasures(item)] : []),
    ...(has('ItemAssigned', 'MeetingHeld', 'MeasureCompleted', 'DisputeRuled') ? [measures(item)] : []),
    ...events.flatMap((event) => (event.type === 'ProgressReported' ? [report(item, event)] : [])),
    ...events.flatMap((event) => (event.type === 'FindingFiled' ? [finding(item, event)] : [])),
    ...events.flatMap((event) => noticeStatement(item, event)),
    ...events.flatMap((event) =>
      event.type === 'CooperationAssessed' ? [cooperationAssessment(item, event)] : [],
    ),
    participants(item),
    ...keepDemands(item.id, demandsOfItem(events, assignmentOf(item)?.leadDepartmentId ?? null, known + 1)),
  ];
}

/** What an event does to the notice of a strike-off that the public reads. */
function noticeStatement(item: SupervisionItem, event: ItemEvent): readonly Statement[] {
  switch (event.type) {
    case 'PublicNoticeGiven':
      return [
        {
          name: 'insert-public-notice',
          text: 'INSERT INTO public_notice (item_id, given_at, until_on, text) VALUES ($1, $2, $3, $4)',
          values: [item.id, event.at, event.until.date, event.text],
        },
      ];
    case 'NoticeObjected':
      return [
        {
          name: 'count-notice-objection',
          text: 'UPDATE public_notice SET objections = objections + 1 WHERE item_id = $1 AND outcome IS NULL',
          values: [item.id],
        },
      ];
    case 'ItemStruckOff':
    case 'ItemSentToRework':
    case 'ItemWatched':
    case 'ItemMadeLongRunning':
    case 'ItemReferredUp':
      return [
        {
          name: 'end-public-notice',
          text: `UPDATE public_notice SET outcome = $2, decided_at = $3 WHERE item_id = $1 AND outcome IS NULL`,
          values: [item.id, event.type === 'ItemStruckOff' ? 'struck_off' : 'kept', event.at],
        },
      ];
    default:
      return [];
  }
}

function cooperationAssessment(
  item: SupervisionItem,
  { departmentId, aboutId, side, level, at }: ItemEvent & { type: 'CooperationAssessed' },
): Statement {
  return {
    name: 'insert-cooperation-assessment',
    text: `INSERT INTO cooperation_assessment (item_id, department_id, about_id, side, level, at, period)
VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [item.id, departmentId, aboutId, side, level, at, periodOf(at)],
  };
}

function complaints(item: SupervisionItem): Statement {
  return {
    name: 'link-complaints',
    text: `INSERT INTO item_complaint (item_id, complaint_id) SELECT $1, * FROM unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    values: [item.id, item.complaintIds],
  };
}

function leaveParticipations(item: SupervisionItem): Statement {
  return {
    name: 'leave-participations',
    text: 'DELETE FROM participation WHERE item_id = $1',
    values: [item.id],
  };
}

function participations(item: SupervisionItem): Statement {
  const assignment = assignmentOf(item);
  const lead = assignment === null ? [] : [assignment.leadDepartmentId];
  const cooperating = assignment?.cooperatingDepartmentIds ?? [];
  return {
    name: 'insert-participations',
    text: `INSERT INTO participation (item_id, department_id, duty) SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
    values: [
      item.id,
      [...lead, ...cooperating],
      [...lead.map(() => 'lead'), ...cooperating.map(() => 'cooperating')],
    ],
  };
}

function participants(item: SupervisionItem): Statement {
  const { listed_on: listedOn, is_struck_off: isStruckOff } = participantRow(item);
  return {
    name: 'list-participants',
    text: `WITH gone AS (DELETE FROM item_participant WHERE item_id = $1 AND department_id <> ALL($2::uuid[]))
INSERT INTO item_participant AS part (item_id, department_id, listed_on, is_struck_off) SELECT $1, own, $3, $4 FROM unnest($2::uuid[]) own
ON CONFLICT (item_id, department_id) DO UPDATE SET listed_on = excluded.listed_on, is_struck_off = excluded.is_struck_off
WHERE (part.listed_on, part.is_struck_off) IS DISTINCT FROM (excluded.listed_on, excluded.is_struck_off)`,
    values: [item.id, concernedDepartmentIds(item), listedOn, isStruckOff],
  };
}

function leaveMeasures(item: SupervisionItem): Statement {
  const kept = item.measures.map((measure) => measure.id);
  return {
    name: 'leave-measures',
    text: 'DELETE FROM measure WHERE item_id = $1 AND id <> ALL($2::uuid[])',
    values: [item.id, kept],
  };
}

function measures(item: SupervisionItem): Statement {
  const column = <Value>(pick: (measure: SupervisionItem['measures'][number], index: number) => Value) =>
    item.measures.map(pick);
  return {
    name: 'save-measures',
    text: `INSERT INTO measure (item_id, id, ordinal, text, department_id, due_on, completed_at, evidence)
SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::date[], $7::timestamptz[], $8::text[])
ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, due_on = excluded.due_on,
  completed_at = excluded.completed_at, evidence = excluded.evidence, ordinal = excluded.ordinal`,
    values: [
      item.id,
      column((measure) => measure.id),
      column((_, index) => index + 1),
      column((measure) => measure.text),
      column((measure) => measure.departmentId),
      column((measure) => measure.dueOn),
      column((measure) => measure.completedAt),
      column((measure) => measure.evidence),
    ],
  };
}

function report(item: SupervisionItem, { report: it }: ItemEvent & { type: 'ProgressReported' }): Statement {
  const ordinal = item.reports.findIndex((one) => one.id === it.id) + 1;
  return {
    name: 'insert-report',
    text: `INSERT INTO progress_report (id, item_id, ordinal, at, department_id, staff_id, text, percent, obstacles, next_step, has_substance)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      it.id,
      item.id,
      ordinal,
      it.at,
      it.departmentId,
      it.staffId,
      it.text,
      it.percent,
      it.obstacles,
      it.nextStep,
      it.hasSubstance,
    ],
  };
}

function finding(item: SupervisionItem, { finding: it }: ItemEvent & { type: 'FindingFiled' }): Statement {
  return {
    name: 'insert-finding',
    text: `INSERT INTO finding (id, item_id, round, part, kind, at, staff_id, department_id, is_resolved, is_false_request, text, complaint_id, visit)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      it.id,
      item.id,
      item.reworks + 1,
      it.part,
      it.kind,
      it.at,
      it.staffId,
      it.departmentId,
      it.isResolved,
      it.isFalseRequest,
      it.text,
      it.complaintId,
      it.visit === null ? null : JSON.stringify(it.visit),
    ],
  };
}
