import { BrokenStream } from '../broken-stream.ts';
import type { Bulletin, DraftBulletin } from './bulletin.ts';
import type { BulletinEvent } from './bulletin-event.ts';

/** What a bulletin becomes by one event. Throws `BrokenStream` where it cannot follow the state. */
export function evolveBulletin(state: Bulletin | null, event: BulletinEvent): Bulletin {
  if (event.type === 'BulletinDrafted') {
    const { id, kind, month, snapshot, form, texts, at: draftedAt, by: draftedBy } = event;
    const writtenBy = draftedBy === null ? [] : [draftedBy];
    const paper = { id, kind, month, snapshot, form, texts };
    return { ...paper, status: 'draft', draftedAt, draftedBy, writtenBy, sentBack: '' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before BulletinDrafted`);
  switch (event.type) {
    case 'BulletinTextsEdited': {
      if (state.status !== 'draft') break;
      const writtenBy = state.writtenBy.includes(event.by) ? state.writtenBy : [...state.writtenBy, event.by];
      return { ...state, texts: { ...state.texts, ...event.texts }, writtenBy };
    }
    case 'BulletinApproved': {
      if (state.status !== 'draft') break;
      const { at: approvedAt, by: approvedBy, number, contentHash } = event;
      return { ...state, status: 'approved', number, approvedAt, approvedBy, contentHash };
    }
    case 'BulletinSentBack':
      if (state.status !== 'approved') break;
      return { ...draftOf(state), sentBack: event.reason };
    case 'BulletinPublished': {
      if (state.status !== 'approved') break;
      const { at: publishedAt, by: publishedBy, documentHash } = event;
      return { ...state, status: 'published', publishedAt, publishedBy, documentHash, corrections: [] };
    }
    case 'BulletinArchived':
      if (state.status !== 'published') break;
      return { ...state, status: 'archived', archivedAt: event.at };
    case 'BulletinCorrectionNoted': {
      if (state.status !== 'published' && state.status !== 'archived') break;
      const { at, by, key, is, note } = event;
      return { ...state, corrections: [...state.corrections, { at, by, key, is, note }] };
    }
  }
  throw new BrokenStream(`${event.type} in ${state.status}`);
}

/** The bulletin its events come to; null where there are none. */
export function foldBulletin(events: readonly BulletinEvent[]): Bulletin | null {
  return events.reduce<Bulletin | null>(evolveBulletin, null);
}

function draftOf(state: Bulletin): DraftBulletin {
  const { id, kind, month, snapshot, form, texts, draftedAt, draftedBy, writtenBy, sentBack } = state;
  return {
    status: 'draft',
    id,
    kind,
    month,
    snapshot,
    form,
    texts,
    draftedAt,
    draftedBy,
    writtenBy,
    sentBack,
  };
}
