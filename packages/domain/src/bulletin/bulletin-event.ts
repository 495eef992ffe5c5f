import type { Instant } from '../calendar/index.ts';
import type { BulletinForm, BulletinKind, BulletinSnapshot, BulletinTexts } from './bulletin.ts';
import type { BulletinMonth } from './bulletin-month.ts';
import type { FigureKey } from './figure.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type BulletinEvent =
  | Event<
      'BulletinDrafted',
      {
        id: string;
        kind: BulletinKind;
        month: BulletinMonth | null;
        by: string | null;
        snapshot: BulletinSnapshot;
        form: BulletinForm;
        texts: BulletinTexts;
      }
    >
  | Event<'BulletinTextsEdited', { by: string; texts: BulletinTexts }>
  | Event<'BulletinApproved', { by: string; number: string; contentHash: string }>
  | Event<'BulletinSentBack', { by: string; reason: string }>
  | Event<'BulletinPublished', { by: string; documentHash: string }>
  | Event<'BulletinArchived', { by: string }>
  | Event<'BulletinCorrectionNoted', { by: string; key: FigureKey; is: number; note: string }>;

export type BulletinEventType = BulletinEvent['type'];
