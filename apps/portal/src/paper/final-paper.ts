import type { Paper, PaperPart, SignedFinal, Tracking } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { house } from '../house.ts';
import { heading, text, timelinePart } from './case-parts.ts';
import { paperMoment } from './paper-words.ts';

type Round = SignedFinal['dossier']['rounds'][number];

/** The final answer with its dossier: every round, the review, the grounds, and what was done; signed. */
export function finalPaper(tracking: Tracking, final: SignedFinal): Paper {
  const { dossier } = final;
  const madeAt = house.now();
  return {
    ...{ size: 'a4', office: m.portal_site(), title: m.final_paper_title() },
    ...{ number: final.trackingNumber, language: getLocale() },
    ...{ lackingNote: m.promise_paper_lacking(), madeAt },
    parts: [
      {
        kind: 'facts',
        rows: [
          [m.portal_receipt_matter(), tracking.matter.title],
          [m.portal_receipt_filed(), paperMoment(dossier.filedAt)],
          [m.final_approved(), paperMoment(final.approvedAt)],
        ],
      },
      heading(m.final_title()),
      { kind: 'quote', text: dossier.approved?.text ?? '' },
      heading(m.final_grounds()),
      text(dossier.grounds),
      heading(m.final_legal_basis()),
      text(dossier.legalBasis),
      ...dossier.rounds.flatMap(roundParts),
      ...reviewParts(dossier.review),
      ...raisedParts(dossier.raisedAgain),
      heading(m.final_done()),
      timelinePart(tracking.timeline),
      { kind: 'note', text: m.final_note({ hash: final.dossierHash, key: final.keyId }) },
      { kind: 'signature', lines: [m.portal_site(), paperMoment(final.approvedAt)] },
      { kind: 'qr', address: final.verifyAddress, caption: m.final_qr(), text: final.text },
    ],
  };
}

function roundParts({ round, at, cause, reason, answers }: Round): readonly PaperPart[] {
  const why = `${m[`final_cause_${cause}`]()} · ${paperMoment(at)}`;
  return [
    heading(m.portal_case_round({ round })),
    text(reason === '' ? why : `${why}\n${reason}`),
    ...answers.flatMap((answer): readonly PaperPart[] => [
      text(
        `${m[`outcome_${answer.outcome}`]()} · ${m.portal_case_answer_at({ at: paperMoment(answer.at) })}`,
      ),
      { kind: 'quote', text: answer.text },
    ]),
  ];
}

function reviewParts(review: SignedFinal['dossier']['review']): readonly PaperPart[] {
  if (review === null || review.decided === null) return [];
  const { at, isChanged, text: words } = review.decided;
  const ruling = isChanged ? m.receipt_review_changed() : m.receipt_review_confirmed();
  return [
    heading(m.receipt_review()),
    text(review.reason),
    text(`${ruling} · ${m.receipt_decided_at({ at: paperMoment(at) })}`),
    { kind: 'quote', text: words },
  ];
}

function raisedParts(raised: SignedFinal['dossier']['raisedAgain']): readonly PaperPart[] {
  if (raised === null) return [];
  return [
    heading(m.final_raised_again()),
    text(`${m[`final_cause_${raised.cause}`]()} · ${paperMoment(raised.at)}`),
    { kind: 'quote', text: raised.reason },
  ];
}
