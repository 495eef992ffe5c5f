import type { Paper, PaperPart, SignedReceipt, Tracking } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { house, today } from '../house.ts';
import { holderWords } from '../tracking/holder-words.ts';
import { matterFacts } from '../tracking/matter-facts.ts';
import { nextSentence } from '../tracking/next-sentence.ts';
import { statusSentence } from '../tracking/status-sentence.ts';
import { decisionParts, heading, text, timelinePart } from './case-parts.ts';
import { paperDue, paperMoment } from './paper-words.ts';

/** The case and its answer as a paper to keep or to hand in. Without contact data and query code. */
export function casePaper(tracking: Tracking, receipt: SignedReceipt): Paper {
  const { matter, submittedAt, status, clock } = tracking;
  const due = clock?.due ?? null;
  const provisional = due?.provisional === true ? ` ${m.provisional()}` : '';
  const rows: [string, string][] = [
    [m.portal_receipt_matter(), matter.title],
    [m.portal_receipt_filed(), paperMoment(submittedAt)],
    [m.promise_case_status(), `${m[`complaint_status_${status}`]()} · ${statusSentence(tracking)}`],
    [m.portal_case_holder(), holderWords(tracking.holder)],
  ];
  if (clock !== null && due !== null)
    rows.push([m[`portal_clock_${clock.kind}`](), paperDue(due) + provisional]);
  const question: readonly PaperPart[] =
    tracking.question === null
      ? []
      : [heading(m.portal_case_question()), { kind: 'quote', text: tracking.question }];
  const madeAt = house.now();
  return {
    ...{
      size: 'a4',
      office: m.portal_site(),
      title: m.promise_case_paper(),
      number: tracking.trackingNumber,
    },
    ...{ language: getLocale(), lackingNote: m.promise_paper_lacking(), madeAt },
    parts: [
      { kind: 'facts', rows },
      ...question,
      ...decisionParts(tracking),
      heading(m.portal_case_next()),
      text(nextSentence(tracking, today())),
      heading(m.portal_case_matter()),
      text(matter.body),
      { kind: 'facts', rows: matterFacts(matter) },
      heading(m.portal_case_timeline()),
      timelinePart(tracking.timeline),
      { kind: 'signature', lines: [m.portal_site(), paperMoment(madeAt)] },
      { kind: 'qr', address: receipt.verifyAddress, caption: m.promise_paper_qr(), text: receipt.text },
    ],
  };
}
