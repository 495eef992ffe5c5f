import type { Paper, SignedReceipt } from '@bihuan/api';
import type { DeadlinePolicy } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { house, today } from '../house.ts';
import { dueWords, momentWords } from '../words/day-words.ts';

/** The receipt as a paper to keep. Without the query code, which is shown once and written in by hand. */
export function receiptPaper(receipt: SignedReceipt, deadlines: DeadlinePolicy, size: Paper['size']): Paper {
  const now = today();
  const { trackingNumber, filedAt, triageDue, title, text, verifyAddress } = receipt;
  const due = dueWords(triageDue, now) + (triageDue.provisional ? ` ${m.provisional()}` : '');
  const { simple, ordinary, complex, confirmation, ratingCalendarDays: rating } = deadlines;
  const next = [
    m.portal_receipt_next_triage({ due }),
    m.portal_receipt_next_lead({ simple, ordinary, complex }),
    m.portal_receipt_next_verify(),
    m.portal_receipt_next_answer({ confirmation, rating }),
  ];
  return {
    size,
    office: m.portal_site(),
    title: m.receipt_title(),
    number: trackingNumber,
    language: getLocale(),
    lackingNote: m.promise_paper_lacking(),
    madeAt: house.now(),
    parts: [
      {
        kind: 'facts',
        rows: [
          [m.portal_receipt_matter(), title],
          [m.portal_receipt_filed(), momentWords(filedAt, now)],
          [m.receipt_due(), due],
        ],
      },
      { kind: 'code', name: m.receipt_code_to_write(), value: null },
      { kind: 'heading', text: m.portal_receipt_next() },
      ...next.map((line, index) => ({ kind: 'text', text: `${index + 1}. ${line}` }) as const),
      { kind: 'qr', address: verifyAddress, caption: m.receipt_qr(), text },
      { kind: 'note', text: m.receipt_signed_note({ key: receipt.keyId }) },
      { kind: 'signature', lines: [m.portal_site(), momentWords(filedAt, now)] },
    ],
  };
}
