import {
  callbackCountsOf,
  fillText,
  figureValue,
  localDateOf,
  MONTH_SECTIONS,
  officialDay,
  officialPercent,
  SPECIAL_SECTIONS,
  textValues,
  type Bulletin,
  type DepartmentFigures,
  type FigureKey,
  type MonthSnapshot,
} from '@bihuan/domain';
import type { AnnexTable, OfficialPaper } from './official-paper.ts';

type Words = Readonly<Record<string, string>>;

export type FilledSection = {
  readonly key: string;
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
};

/** The sections that say something, their texts filled with the figures, in their order. */
export function filledSections({ snapshot, form, texts }: Bulletin): readonly FilledSection[] {
  const values = textValues(snapshot);
  const keys = snapshot.of === 'month' ? MONTH_SECTIONS : SPECIAL_SECTIONS;
  const written = keys.flatMap((key) => {
    const paragraphs = fillText(texts[key] ?? '', values)
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    return paragraphs.length === 0 ? [] : [{ key, heading: form.headings[key] ?? null, paragraphs }];
  });
  return [...written, ...anchorSection(snapshot, form)];
}

/** Nobody writes it and nobody can leave it out. Papers drafted before there were anchors have none. */
function anchorSection(
  snapshot: Bulletin['snapshot'],
  { words }: Bulletin['form'],
): readonly FilledSection[] {
  if (snapshot.of !== 'month' || snapshot.anchor === undefined) return [];
  const { day, digest } = snapshot.anchor;
  const text = fillText(words['anchorText'] ?? '', { anchor_day: officialDay(day), anchor: digest });
  return [{ key: 'anchor', heading: words['anchorHeading'] ?? null, paragraphs: [text] }];
}

/** The paper of a bulletin; a draft has neither number nor dates. */
export function paperOfBulletin(bulletin: Bulletin, printedAt: string | null): OfficialPaper {
  const { snapshot, form, texts } = bulletin;
  const { words } = form;
  const values = textValues(snapshot);
  const text = (key: 'title' | 'recipients' | 'copies') => fillText(texts[key] ?? '', values);
  const approvedAt = 'approvedAt' in bulletin ? bulletin.approvedAt : null;
  return {
    head: form.head,
    number: 'number' in bulletin ? bulletin.number : (words['draftNumber'] ?? ''),
    title: text('title'),
    recipients: text('recipients'),
    sections: filledSections(bulletin),
    annexes: snapshot.of === 'month' ? annexesOf(snapshot, words) : [],
    issuer: form.issuer,
    date: approvedAt === null ? '' : officialDay(localDateOf(approvedAt)),
    note: words[bulletin.kind === 'monthly' ? 'openNote' : 'closedNote'] ?? '',
    copies: text('copies'),
    printedOn: printedAt === null ? '' : officialDay(localDateOf(printedAt)),
    words,
    madeAt: printedAt ?? approvedAt ?? snapshot.cutAt,
  };
}

function annexesOf(snapshot: MonthSnapshot, words: Words): readonly AnnexTable[] {
  return [
    departmentsAnnex(snapshot, words),
    strikeOffsAnnex(snapshot, words),
    recurringAnnex(snapshot, words),
    correctionsAnnex(snapshot, words),
  ].filter(({ rows }) => rows.length > 0);
}

const columns = (words: Words, widths: readonly (readonly [string, number])[]): AnnexTable['columns'] =>
  widths.map(([name, width]) => [words[`column${name}`] ?? '', width]);

function departmentsAnnex({ departments }: MonthSnapshot, words: Words): AnnexTable {
  return {
    title: words['annexDepartments'] ?? '',
    columns: columns(words, [
      ['Department', 3.6],
      ['Band', 2.8],
      ['Composite', 3.2],
      ['Valid', 1.3],
      ['Solved', 1.2],
      ['Satisfied', 1.6],
      ['Open', 1.2],
      ['Late', 1.2],
      ['StruckOff', 1.7],
      ['Cards', 1.5],
      ['Burden', 1.7],
    ]),
    rows: departments.map((one) => departmentRow(one, words)),
  };
}

function departmentRow(
  { name, band, composite, figures }: DepartmentFigures,
  words: Words,
): readonly string[] {
  const count = (key: FigureKey) => String(figureValue(figures, key));
  const { valid, solved, satisfied, basicallySatisfied } = callbackCountsOf(figures);
  return [
    name,
    words[`band.${band}`] ?? '',
    composite === null
      ? (words['none'] ?? '')
      : `${officialPercent(composite.value)}\n${points(composite.low)}～${points(composite.high)}`,
    String(valid),
    String(solved),
    `${satisfied}／${basicallySatisfied}`,
    count('items_open'),
    count('items_late'),
    `${count('items_on_time')}／${count('items_struck_late')}`,
    `${count('yellow_cards')}／${count('red_cards')}`,
    `${count('reports')}／${count('visits')}`,
  ];
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}

function strikeOffsAnnex({ strikeOffs, departments, categories }: MonthSnapshot, words: Words): AnnexTable {
  const none = words['none'] ?? '';
  return {
    title: words['annexStrikeOffs'] ?? '',
    columns: columns(words, [
      ['Ordinal', 0.9],
      ['Number', 4.6],
      ['Lead', 2.8],
      ['Source', 2.3],
      ['Category', 2.6],
      ['Deadline', 2.7],
      ['StruckOffOn', 2.7],
      ['OnTime', 1.4],
    ]),
    rows: strikeOffs.map((one, index) => [
      String(index + 1),
      one.number,
      departments.find(({ departmentId }) => departmentId === one.departmentId)?.name ?? none,
      words[`source.${one.source}`] ?? none,
      categories.find(({ id }) => id === one.category)?.name ?? none,
      one.deadlineOn,
      one.struckOffOn,
      (one.isOnTime ? words['yes'] : words['no']) ?? '',
    ]),
  };
}

function recurringAnnex({ recurring, departments, categories }: MonthSnapshot, words: Words): AnnexTable {
  const none = words['none'] ?? '';
  return {
    title: words['annexRecurring'] ?? '',
    columns: columns(words, [
      ['Ordinal', 1],
      ['Lead', 3],
      ['Category', 4],
      ['Cause', 4],
      ['Times', 1.4],
    ]),
    rows: recurring.map((one, index) => [
      String(index + 1),
      departments.find(({ departmentId }) => departmentId === one.departmentId)?.name ?? none,
      categories.find(({ id }) => id === one.category)?.name ?? one.category,
      words[`cause.${one.causeClass}`] ?? none,
      String(one.rows.length),
    ]),
  };
}

function correctionsAnnex({ corrections }: MonthSnapshot, words: Words): AnnexTable {
  return {
    title: words['annexCorrections'] ?? '',
    columns: columns(words, [
      ['Month', 1.6],
      ['Figure', 3],
      ['Was', 1.4],
      ['Is', 1.6],
      ['Note', 5],
    ]),
    rows: corrections.map(({ month, key, was, is, note }) => [
      month,
      words[`figure.${key}`] ?? key,
      String(was),
      String(is),
      note === '' ? (words['none'] ?? '') : note,
    ]),
  };
}
