import type { OwnData, Paper, PaperPart } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { CHANNEL_WORDS, deliveryWords, noticeWords } from '../notices/notice-words.ts';
import { identityWords } from '../tracking/identity-words.ts';
import { removedWords } from '../tracking/removed-words.ts';
import { matterFacts } from '../tracking/matter-facts.ts';
import { localName } from '../words/local-name.ts';
import { sizeWords } from '../words/size-words.ts';
import { decisionParts, heading, text, timelinePart } from './case-parts.ts';
import { paperMoment } from './paper-words.ts';

type Rows = readonly (readonly [string, string])[];

/** Everything kept on the complainant, to be read. The JSON of the same says the same to programs. */
export function ownDataPaper(data: OwnData): Paper {
  const { ratingReviews: reviews, filing } = data;
  return {
    ...{ size: 'a4', office: m.portal_site(), title: m.promise_data_paper(), number: data.trackingNumber },
    ...{ language: getLocale(), lackingNote: m.promise_paper_lacking(), madeAt: data.madeAt },
    parts: [
      { kind: 'note', text: m.promise_data_lead() },
      heading(m.promise_data_contact()),
      contactPart(data),
      ...(data.contactRemoved === null ? [] : [text(removedWords(data.contactRemoved))]),
      heading(m.portal_case_matter()),
      { kind: 'facts', rows: filingRows(data) },
      text(filing.matter.body),
      { kind: 'facts', rows: matterFacts(filing.matter) },
      ...decisionParts({ ...data, reviews }),
      heading(m.portal_case_timeline()),
      timelinePart(data.timeline),
      ...listed(m.promise_data_calls(), callRows(data)),
      ...listed(m.promise_data_ratings(), ratingRows(data)),
      ...listed(m.promise_data_looks(), lookRows(data)),
      ...listed(m.promise_data_accesses(), accessRows(data)),
      ...listed(m.promise_data_files(), fileRows(data)),
      ...listed(m.promise_data_notices(), noticeRows(data)),
      ...(data.isOptedOut ? [text(m.promise_data_notices_out())] : []),
      { kind: 'note', text: m.promise_data_hashes() },
      { kind: 'signature', lines: [m.portal_site(), paperMoment(data.madeAt)] },
    ],
  };
}

function listed(title: string, rows: Rows): readonly PaperPart[] {
  return [heading(title), rows.length === 0 ? text(m.promise_data_nothing()) : { kind: 'steps', rows }];
}

function contactPart({ contact, enterprise }: OwnData): PaperPart {
  const other = contact?.representative ?? null;
  const rows: Rows = [
    [m.portal_form_name(), contact?.name ?? ''],
    [m.portal_form_phone(), contact?.phone ?? ''],
    [m.portal_form_email(), contact?.email ?? ''],
    [m.portal_form_enterprise_name(), enterprise?.name ?? ''],
    [m.portal_form_credit_code(), enterprise?.creditCode ?? ''],
    [
      m.promise_data_representative(),
      other === null ? '' : `${other.name} ${other.phone} ${relationWords(other.relation)}`.trim(),
    ],
  ];
  const kept = rows.filter(([, value]) => value !== '');
  if (kept.length === 0) return text(m.promise_data_contact_none());
  const language = contact?.locale === 'en' ? m.promise_data_en() : m.promise_data_zh();
  return { kind: 'facts', rows: [...kept, [m.promise_data_language(), language]] };
}

const RELATIONS: Readonly<Record<string, () => string>> = {
  family: m.relation_family,
  employee: m.relation_employee,
  agent: m.relation_agent,
  neighbour: m.relation_neighbour,
  community_worker: m.relation_community_worker,
  other: m.relation_other,
};

function relationWords(relation: string): string {
  return RELATIONS[relation]?.() ?? relation;
}

const KINDS: Readonly<Record<string, () => string>> = {
  citizen: m.complainant_kind_citizen,
  enterprise: m.complainant_kind_enterprise,
};
const CHANNELS: Readonly<Record<string, () => string>> = {
  portal: m.channel_portal,
  walk_in: m.channel_walk_in,
  phone: m.channel_phone,
  transfer_12345: m.channel_transfer_12345,
  api: m.channel_api,
};
const OPENNESS: Readonly<Record<string, () => string>> = {
  open: m.openness_open,
  confidential: m.openness_confidential,
  anonymous: m.openness_anonymous,
};

function filingRows({ filing, status }: OwnData): Rows {
  const { matter, channel, complainantKind, openness, submittedAt, mayPublish } = filing;
  return [
    [m.portal_receipt_matter(), matter.title],
    [m.portal_receipt_filed(), paperMoment(submittedAt)],
    [m.promise_case_status(), m[`complaint_status_${status}`]()],
    [m.promise_data_channel(), CHANNELS[channel]?.() ?? channel],
    [m.portal_form_kind(), KINDS[complainantKind]?.() ?? complainantKind],
    [m.promise_data_openness(), OPENNESS[openness]?.() ?? openness],
    [m.promise_data_publish(), yesNo(mayPublish)],
  ];
}

function yesNo(isSo: boolean): string {
  return isSo ? m.promise_yes() : m.promise_no();
}

function callRows({ callbacks }: OwnData): Rows {
  return callbacks.map(({ at, outcome, answers, note }) => {
    const said =
      answers === null
        ? ''
        : m.promise_data_call_answers({
            contacted: yesNo(answers.contacted),
            solved: yesNo(answers.solved),
            satisfaction: m[`satisfaction_${answers.satisfaction}`](),
          });
    return [paperMoment(at), lines(m[`callback_outcome_${outcome}`](), said, note)] as const;
  });
}

function ratingRows({ ratings }: OwnData): Rows {
  return ratings.map(
    ({ at, level, comment }) => [paperMoment(at), lines(m[`satisfaction_${level}`](), comment)] as const,
  );
}

function lookRows({ looks }: OwnData): Rows {
  return looks.map(({ at, unit, fields, reason }) => {
    const shown = m.portal_access_shown({ fields: identityWords(fields) });
    return [paperMoment(at), lines(`${localName(unit)} · ${shown}`, reason)] as const;
  });
}

function accessRows({ accesses }: OwnData): Rows {
  return accesses.map(({ at, department, fields, reason }) => {
    const unit = department === null ? '' : localName(department);
    return [
      paperMoment(at),
      lines(m.portal_access_asks({ unit, fields: identityWords(fields) }), reason),
    ] as const;
  });
}

function fileRows({ files }: OwnData): Rows {
  return files.map(
    ({ addedAt, name, bytes, sha256 }) =>
      [
        paperMoment(addedAt),
        lines(`${name} · ${sizeWords(bytes)}`, m.promise_data_file_hash({ hash: groups(sha256) })),
      ] as const,
  );
}

function noticeRows({ notices }: OwnData): Rows {
  return notices.map(({ at, sentAt, template, channel, recipient, status, subject, text: body }) => {
    const how = `${CHANNEL_WORDS[channel]()} · ${recipient} · ${deliveryWords(status)}`;
    return [paperMoment(sentAt ?? at), lines(noticeWords(template), how, subject, body.trim())] as const;
  });
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** In pieces that a line can end after. */
function groups(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1 ');
}
