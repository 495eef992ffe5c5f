import {
  answerDirective,
  assessCooperation,
  assignItem,
  completeMeasure,
  countersignItem,
  decideExtension,
  designateItem,
  disputeMeasure,
  fileFinding,
  formTeam,
  giveDirective,
  givePublicNotice,
  holdMeeting,
  inquire,
  lookBack,
  makeLongRunning,
  openVerification,
  recordRebound,
  recordVisit,
  referUp,
  rejectReport,
  reportProgress,
  requestExtension,
  requestStrikeOff,
  resumeItem,
  returnItem,
  ruleOnDispute,
  ruleOnNoticeObjection,
  ruleOnReturn,
  sendToRework,
  signItem,
  strikeOff,
  suspendItem,
  takeUpAgain,
  watchItem,
  type ChangedItem,
  type ItemAction,
} from '@bihuan/api';
import type { UseCase } from '#lib/server/run-use-case.ts';

/** The use case behind each form of the item page. */
export const USE_CASES: Readonly<Record<ItemAction, UseCase<ChangedItem>>> = {
  sign: signItem,
  return: returnItem,
  report_progress: reportProgress,
  complete_measure: completeMeasure,
  request_strike_off: requestStrikeOff,
  countersign: countersignItem,
  assign: (house, actor, raw) => assignItem(house, actor, withoutEmptyRows(fieldsOf(raw))),
  designate: (house, actor, raw) => designateItem(house, actor, withoutEmptyRows(fieldsOf(raw))),
  rule_on_return: ruleOnReturn,
  dispute_measure: disputeMeasure,
  rule_on_dispute: ruleOnDispute,
  open_verification: openVerification,
  file_verification: (house, actor, raw) => fileFinding(house, actor, { ...fieldsOf(raw), part: 'A' }),
  file_corroboration: (house, actor, raw) => fileFinding(house, actor, { ...fieldsOf(raw), part: 'B' }),
  file_third_check: (house, actor, raw) =>
    fileFinding(house, actor, { ...withVisit(fieldsOf(raw)), part: 'C' }),
  strike_off: strikeOff,
  send_to_rework: sendToRework,
  watch: watchItem,
  make_long_running: makeLongRunning,
  refer_up: referUp,
  take_up_again: takeUpAgain,
  record_rebound: recordRebound,
  request_extension: requestExtension,
  decide_extension: decideExtension,
  reject_report: rejectReport,
  give_directive: giveDirective,
  answer_directive: answerDirective,
  form_team: formTeam,
  record_visit: recordVisit,
  hold_meeting: (house, actor, raw) => holdMeeting(house, actor, withoutEmptyMeasures(fieldsOf(raw))),
  give_public_notice: givePublicNotice,
  rule_on_notice_objection: ruleOnNoticeObjection,
  assess_cooperation: assessCooperation,
  look_back: lookBack,
  inquire,
  suspend: suspendItem,
  resume: resumeItem,
};

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(raw: unknown): Fields {
  return typeof raw === 'object' && raw !== null ? (raw as Fields) : {};
}

/** Lists of a form do not nest: the inspectors of the visit arrive beside it. */
function withVisit({ 'visit.inspectorIds': inspectorIds, visit, ...rest }: Fields): Fields {
  return { ...rest, visit: { ...fieldsOf(visit), inspectorIds: inspectorIds ?? [] } };
}

/** A meeting may agree on nothing new. */
function withoutEmptyMeasures({ measures, ...rest }: Fields): Fields {
  const rows: readonly unknown[] = Array.isArray(measures) ? measures : [];
  const isFilled = (row: unknown) => {
    const { text = '', dueOn = '' } = fieldsOf(row);
    return text !== '' || dueOn !== '';
  };
  return { ...rest, measures: rows.filter(isFilled) };
}

/** Measure rows that were added and left empty, at the end, are no measures. */
function withoutEmptyRows({ measures, ...rest }: Fields): Fields {
  const rows: readonly unknown[] = Array.isArray(measures) ? measures : [];
  const last = rows.findLastIndex((row) => Object.values(fieldsOf(row)).some((value) => value !== ''));
  return { ...rest, measures: rows.slice(0, Math.max(1, last + 1)) };
}
