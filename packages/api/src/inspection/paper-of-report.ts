import {
  fillText,
  inspectionValues,
  localDateOf,
  officialDay,
  SPECIAL_SECTIONS,
  type InspectionReport,
  type InspectionSnapshot,
  type Instant,
} from '@bihuan/domain';
import type { AnnexTable, OfficialPaper } from '../bulletin/paper/official-paper.ts';
import type { FilledSection } from '../bulletin/paper/paper-of-bulletin.ts';

type Words = Readonly<Record<string, string>>;
type Texts = Pick<InspectionReport, 'form' | 'texts'>;

/** The sections of a report that say something, their texts filled with the figures, in their order. */
export function reportSections(
  { form, texts }: Texts,
  snapshot: InspectionSnapshot,
): readonly FilledSection[] {
  const values = inspectionValues(snapshot);
  return SPECIAL_SECTIONS.flatMap((key) => {
    const paragraphs = fillText(texts[key] ?? '', values)
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    return paragraphs.length === 0 ? [] : [{ key, heading: form.headings[key] ?? null, paragraphs }];
  });
}

/** The report of an inspection as an official paper (专项督查报告); `approved` null: a draft without number and date. */
export function paperOfReport(
  report: Texts,
  snapshot: InspectionSnapshot,
  approved: { readonly at: Instant; readonly number: string } | null,
): OfficialPaper {
  const { form, texts } = report;
  const { words } = form;
  const values = inspectionValues(snapshot);
  const text = (key: 'title' | 'recipients' | 'copies') => fillText(texts[key] ?? '', values);
  const date = approved === null ? '' : officialDay(localDateOf(approved.at));
  return {
    head: form.head,
    number: approved?.number ?? words['draftNumber'] ?? '',
    title: text('title'),
    recipients: text('recipients'),
    sections: reportSections(report, snapshot),
    annexes: [findingsAnnex(snapshot, words), itemsAnnex(snapshot, words)].filter(
      ({ rows }) => rows.length > 0,
    ),
    issuer: form.issuer,
    date,
    note: words['closedNote'] ?? '',
    copies: text('copies'),
    printedOn: date,
    words,
    madeAt: approved?.at ?? snapshot.cutAt,
  };
}

function findingsAnnex({ findings }: InspectionSnapshot, words: Words): AnnexTable {
  return {
    title: words['annexFindings'] ?? '',
    columns: columns(words, [
      ...([
        ['Ordinal', 1],
        ['Department', 2.5],
        ['Place', 2.6],
        ['FoundOn', 2.6],
      ] as const),
      ...([
        ['Severity', 1.3],
        ['Text', 5],
        ['Item', 4],
      ] as const),
    ]),
    rows: findings.map((one, index) => [
      String(index + 1),
      one.department,
      one.place,
      one.foundOn,
      words[`severity.${one.severity}`] ?? '',
      one.text,
      one.itemNumber ?? words['none'] ?? '',
    ]),
  };
}

function itemsAnnex({ items }: InspectionSnapshot, words: Words): AnnexTable {
  const none = words['none'] ?? '';
  return {
    title: words['annexItems'] ?? '',
    columns: columns(words, [
      ['Ordinal', 1],
      ['Number', 3.6],
      ['Lead', 3.4],
      ['Deadline', 2.6],
      ['State', 2.6],
    ]),
    rows: items.map(({ number, lead, deadlineOn, status }, index) => [
      String(index + 1),
      number,
      lead === '' ? none : lead,
      deadlineOn ?? none,
      words[`status.${status}`] ?? '',
    ]),
  };
}

function columns(words: Words, widths: readonly (readonly [string, number])[]): AnnexTable['columns'] {
  return widths.map(([name, width]) => [words[`column${name}`] ?? '', width]);
}
