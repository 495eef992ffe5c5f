import type { Job } from '@bihuan/db';
import {
  noticeOfAdjustment,
  noticeOfBulletin,
  noticeOfComplaint,
  noticeOfIndicator,
  noticeOfInspection,
  noticeOfItem,
  noticeOfSheet,
  type AdjustmentEvent,
  type BulletinEvent,
  type ComplaintEvent,
  type IndicatorEvent,
  type InspectionEvent,
  type ItemEvent,
  type NoticeEvent,
  type PolicyStep,
  type SheetEvent,
} from '@bihuan/domain';

/** The jobs that tell of events of a complaint, one for each event that anybody may be told of. */
export function complaintNotices(
  id: string,
  versionBefore: number,
  events: readonly ComplaintEvent[],
): readonly Job[] {
  return noticesOf('complaint', id, versionBefore, events.map(noticeOfComplaint));
}

/** The same of an item. */
export function itemNotices(id: string, versionBefore: number, events: readonly ItemEvent[]): readonly Job[] {
  return noticesOf('item', id, versionBefore, events.map(noticeOfItem));
}

/** The same of a special inspection. */
export function inspectionNotices(
  id: string,
  versionBefore: number,
  events: readonly InspectionEvent[],
): readonly Job[] {
  return noticesOf('inspection', id, versionBefore, events.map(noticeOfInspection));
}

/** The same of an indicator. */
export function indicatorNotices(
  id: string,
  versionBefore: number,
  events: readonly IndicatorEvent[],
): readonly Job[] {
  return noticesOf('indicator', id, versionBefore, events.map(noticeOfIndicator));
}

/** The same of the sheet of a period. */
export function sheetNotices(
  id: string,
  versionBefore: number,
  events: readonly SheetEvent[],
): readonly Job[] {
  return noticesOf('sheet', id, versionBefore, events.map(noticeOfSheet));
}

/** The same of a bulletin or special report. */
export function bulletinNotices(
  id: string,
  versionBefore: number,
  events: readonly BulletinEvent[],
): readonly Job[] {
  return noticesOf('bulletin', id, versionBefore, events.map(noticeOfBulletin));
}

/** The same of a line entered by hand. */
export function adjustmentNotices(
  id: string,
  versionBefore: number,
  events: readonly AdjustmentEvent[],
): readonly Job[] {
  return noticesOf('adjustment', id, versionBefore, events.map(noticeOfAdjustment));
}

/** The job that tells of a step of a draft of a policy, which has no events. `at`: the moment it was taken. */
export function policyNotice(kind: string, version: string, step: PolicyStep, at: string): Job {
  return {
    queue: 'notify',
    data: { about: 'policy', occasion: `${kind}:${version}:${step}:${Date.parse(at)}` },
  };
}

function noticesOf(
  about: Job['data']['about'],
  id: string,
  versionBefore: number,
  notices: readonly (NoticeEvent | null)[],
): readonly Job[] {
  return notices.flatMap((notice, index): readonly Job[] => {
    if (notice === null) return [];
    return [{ queue: 'notify', data: { about, occasion: `${id}:${versionBefore + index + 1}` } }];
  });
}
