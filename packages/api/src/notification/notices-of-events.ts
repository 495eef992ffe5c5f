import type { Job } from '@bihuan/db';
import {
  noticeOfComplaint,
  noticeOfIndicator,
  noticeOfInspection,
  noticeOfItem,
  noticeOfSheet,
  type ComplaintEvent,
  type IndicatorEvent,
  type InspectionEvent,
  type ItemEvent,
  type NoticeEvent,
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
