import type { PaperPart, Tracking } from '@bihuan/api';
import type { PublishedAnswer } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { timelineSentence } from '../tracking/timeline-sentence.ts';
import { NO_YEAR, paperMoment } from './paper-words.ts';

type Ruled = Tracking['objection'] | Tracking['review'];
type Decided = Pick<Tracking, 'declined' | 'objection' | 'review' | 'reviews'> & {
  readonly answers: readonly PublishedAnswer[];
};

/** What was decided and answered, in the order in which the promise page shows it; a sentence where nothing was yet. */
export function decisionParts(given: Decided): readonly PaperPart[] {
  const parts = [
    ...declinedParts(given.declined),
    ...given.answers.toReversed().flatMap(answerParts),
    ...ruledParts(m.receipt_objection(), given.objection, objectionWord(given.objection)),
    ...ruledParts(m.receipt_review(), given.review, reviewWord(given.review)),
    ...given.reviews.flatMap(ratingReviewParts),
  ];
  return parts.length > 0 ? parts : [heading(m.portal_case_answer()), text(m.promise_no_answer())];
}

/** The history, oldest first: when, who, what, and what was written. */
export function timelinePart(timeline: Tracking['timeline']): PaperPart {
  const rows = timeline.map((entry) => {
    const written = 'text' in entry && entry.text !== '' ? `\n${entry.text}` : '';
    const what = `${m[`portal_doer_${entry.doer}`]()} · ${timelineSentence(entry, NO_YEAR)}${written}`;
    return [paperMoment(entry.at), what] as const;
  });
  return { kind: 'steps', rows };
}

export const heading = (words: string): PaperPart => ({ kind: 'heading', text: words });
export const text = (words: string): PaperPart => ({ kind: 'text', text: words });

function declinedParts(declined: Tracking['declined']): readonly PaperPart[] {
  if (declined === null) return [];
  const rows = [
    [m.portal_case_declined_reason(), m[`decline_reason_${declined.reason}`]()],
    [m.portal_case_declined_body(), declined.competentBody],
  ] as const;
  return [
    heading(m.portal_case_declined()),
    { kind: 'facts', rows },
    { kind: 'quote', text: declined.notice },
  ];
}

function answerParts({ outcome, at, text: words }: PublishedAnswer): readonly PaperPart[] {
  const when = m.portal_case_answer_at({ at: paperMoment(at) });
  return [
    heading(m.portal_case_answer()),
    text(`${m[`outcome_${outcome}`]()} · ${when}`),
    { kind: 'quote', text: words },
  ];
}

function ruledParts(title: string, ruled: Ruled, word: string): readonly PaperPart[] {
  if (ruled === null) return [];
  const { decided } = ruled;
  return [
    heading(title),
    text(m.receipt_asked_at({ at: paperMoment(ruled.at) })),
    { kind: 'quote', text: ruled.reason },
    text(
      decided === null
        ? m.receipt_not_decided()
        : `${word} · ${m.receipt_decided_at({ at: paperMoment(decided.at) })}`,
    ),
    ...(decided === null ? [] : [{ kind: 'quote', text: decided.text } as const]),
  ];
}

function objectionWord(objection: Tracking['objection']): string {
  return objection?.decided?.isUpheld === true
    ? m.receipt_objection_upheld()
    : m.receipt_objection_rejected();
}

function reviewWord(review: Tracking['review']): string {
  return review?.decided?.isChanged === true ? m.receipt_review_changed() : m.receipt_review_confirmed();
}

function ratingReviewParts(review: Tracking['reviews'][number]): readonly PaperPart[] {
  const opened = m.hall_review_opened({ at: paperMoment(review.openedAt) });
  return [
    heading(m.hall_review_public()),
    text(`${m[`review_status_${review.status}`]()} · ${opened}`),
    ...(review.reply === null ? [] : [{ kind: 'quote', text: review.reply } as const]),
  ];
}
