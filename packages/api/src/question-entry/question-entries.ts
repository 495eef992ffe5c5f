import { changeData, searchWords } from '@bihuan/db';
import { ENTRY_STATUSES, hasRole, type Actor, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { choice, parseInput, seenVersion, typedText } from '../parse-input.ts';
import { forgetRemembered, remember } from '../remember.ts';
import { badInput, done, refusal, type Result } from '../result.ts';

export type QuestionEntry = {
  readonly id: string;
  readonly category: string | null;
  readonly question: string;
  readonly questionEn: string;
  readonly answer: string;
  readonly answerEn: string;
};
export type QuestionEntryLine = QuestionEntry & {
  readonly status: (typeof ENTRY_STATUSES)[number];
  readonly changedAt: Instant;
  readonly version: number;
};

const none = (text: unknown) => (text === '' || text === undefined ? null : text);
const schema = z.object({
  entryId: z.preprocess(none, z.uuid('required').nullable()),
  category: z.preprocess(none, z.string('unknown_category').max(40, 'unknown_category').nullable()),
  question: typedText(4, 100),
  questionEn: typedText(0, 200).default(''),
  answer: typedText(4, 2000),
  answerEn: typedText(0, 4000).default(''),
  status: choice(ENTRY_STATUSES),
  version: seenVersion,
});

const FRESH = 30_000;
const MOST = 500;

function mayEdit(actor: Actor): boolean {
  return hasRole(actor, 'system_admin') || hasRole(actor, 'triage_admin');
}

/** All questions and answers, drafts too. For system admins, triage and the window. */
export async function listQuestionEntries(
  house: House,
  actor: Actor,
): Promise<Result<readonly QuestionEntryLine[]>> {
  if (!mayEdit(actor) && !hasRole(actor, 'clerk')) return refusal('not_found');
  const rows = await house.db.prisma.questionEntry.findMany({
    orderBy: [{ status: 'asc' }, { category: 'asc' }, { question: 'asc' }],
    take: MOST,
  });
  return done(
    rows.map(({ changedAt, changedById: _, status, ...row }) => ({
      ...row,
      status: status as QuestionEntryLine['status'],
      changedAt: changedAt.toISOString(),
    })),
  );
}

/** Writes an entry or changes it; published ones are seen at once. `stale` where it was changed meanwhile. For system admins and triage. */
export async function saveQuestionEntry(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (actor.kind !== 'staff' || !mayEdit(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { entryId, version: seen, ...entry } = parsed.value;
  const { prisma } = house.db;
  if (entry.category !== null && (await prisma.category.count({ where: { code: entry.category } })) === 0)
    return badInput({ category: 'unknown_category' });
  const before = entryId === null ? null : await prisma.questionEntry.findUnique({ where: { id: entryId } });
  if (entryId !== null && before === null) return refusal('not_found');
  if (before !== null && before.version !== seen) return refusal('stale');
  const id = entryId ?? house.newId();
  const version = (before?.version ?? 0) + 1;
  const data = { ...entry, id, version, changedAt: new Date(house.now()), changedById: actor.staffId };
  const fields = ({
    category,
    question,
    questionEn,
    answer,
    answerEn,
    status,
  }: Omit<QuestionEntryLine, 'id' | 'version' | 'changedAt' | 'status'> & { status: string }) => ({
    category,
    question,
    questionEn,
    answer,
    answerEn,
    status,
  });
  const change = changeBy(house, actor, {
    ...{ subject: 'entry', subjectId: id, reason: entry.question },
    ...{ before: before && fields(before), after: fields(entry) },
  });
  const isSaved = await prisma.$transaction(async (tx) => {
    const { count } =
      before === null
        ? await tx.questionEntry.createMany({ data })
        : await tx.questionEntry.updateMany({ where: { id, version: before.version }, data });
    if (count === 1) await tx.configurationChange.create({ data: changeData(change) });
    return count === 1;
  });
  if (!isSaved) return refusal('stale');
  forgetRemembered(house);
  return done({ id });
}

/** The published ones. For everybody. */
export function readPublishedEntries(house: House): Promise<readonly QuestionEntry[]> {
  return remember(house, 'question entries', FRESH, () =>
    house.db.prisma.questionEntry.findMany({
      where: { status: 'published' },
      orderBy: [{ category: 'asc' }, { question: 'asc' }],
      select: { id: true, category: true, question: true, questionEn: true, answer: true, answerEn: true },
      take: MOST,
    }),
  );
}

const asked = z.object({ title: typedText(0, 200).default(''), body: typedText(0, 5000).default('') });
/** So much of the words of a question has to be in the text. */
const LIKENESS = 0.5;
const MOST_TOLD = 3;

/** Published answers to questions like this text, the most alike first. For everybody. */
export async function findLikeEntries(house: House, raw: unknown): Promise<Result<readonly QuestionEntry[]>> {
  const parsed = parseInput(asked, raw);
  if (!parsed.ok) return parsed;
  const words = wordsIn(`${parsed.value.title} ${parsed.value.body}`);
  const scored = (await readPublishedEntries(house)).map((entry) => {
    const own = [...wordsIn(entry.question)];
    const hits = own.filter((word) => words.has(word)).length;
    return { entry, score: own.length === 0 ? 0 : hits / own.length };
  });
  return done(
    scored
      .filter(({ score }) => score >= LIKENESS)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_TOLD)
      .map(({ entry }) => entry),
  );
}

/** Words that carry the matter: of two characters and more, without those of every question. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    searchWords(text)
      .split(' ')
      .filter((word) => word.length > 1 && !COMMON.has(word)),
  );
}

const COMMON: ReadonlySet<string> = new Set([
  '怎么',
  '如何',
  '什么',
  '哪些',
  '可以',
  '需要',
  '多久',
  '怎样',
  '怎么办',
  '为什么',
]);
