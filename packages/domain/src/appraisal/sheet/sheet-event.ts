import type { Instant, LocalDate } from '../../calendar/index.ts';
import type { LastPlace, LastPlaceRuling } from '../last-place.ts';
import type { Account } from '../score-line.ts';
import type { LineAtIssue, SheetCorrection } from './sheet-life.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type SheetEvent =
  | Event<
      'SheetOpened',
      {
        id: string;
        period: string;
        by: string;
        objectUntil: LocalDate;
        contentHash: string;
        policyVersion: string;
      }
    >
  | Event<
      'SheetObjected',
      {
        by: string;
        objectionId: string;
        departmentId: string;
        account: Account;
        line: LineAtIssue | null;
        grounds: string;
      }
    >
  | Event<
      'SheetObjectionUpheld',
      /** `correction`: null where the line had been given back before by something else. */
      { by: string; objectionId: string; reason: string; correction: SheetCorrection | null }
    >
  | Event<'SheetObjectionDismissed', { by: string; objectionId: string; reason: string }>
  | Event<'SheetDecided', { by: string }>
  | Event<'SheetPublished', { by: string; edition: number; contentHash: string }>
  | Event<'SheetFrozen', { by: string; contentHash: string }>
  | Event<'SheetLineCorrected', { by: string; reason: string; correction: SheetCorrection }>
  | Event<
      'LastPlaceProposed',
      LastPlaceRuling & { by: string; outcome: LastPlace['outcome']; reason: string }
    >
  | Event<'LastPlaceDropped', { by: string; groupId: string; reason: string }>
  | Event<'LastPlaceSigned', { by: string; groupId: string }>
  | Event<'RestatementProposed', { by: string; reason: string; contentHash: string }>
  | Event<'RestatementDropped', { by: string; reason: string }>
  | Event<'SheetRestated', { by: string; edition: number; contentHash: string }>;

export type SheetEventType = SheetEvent['type'];
