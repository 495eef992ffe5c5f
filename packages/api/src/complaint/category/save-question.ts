import { changeData, type QuestionChoice } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { forgetRemembered } from '../../remember.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';

export const QUESTION_KINDS = ['text', 'choice', 'date', 'number'] as const;

const schema = z.object({
  /** Empty for a new question. */
  code: z.string('malformed').max(80, 'malformed').default(''),
  category: z.string('unknown_category').max(40, 'unknown_category'),
  kind: choice(QUESTION_KINDS),
  name: typedText(2, 100),
  nameEn: typedText(0, 200).default(''),
  /** For a choice: one a line, Chinese and English parted by a stroke. */
  choices: typedText(0, 2000).default(''),
  position: typedNumber(0, 1000).default(0),
  isRequired: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false),
  isActive: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false),
  reason: reasonOfChange,
});

/** Adds or changes what a category asks of whoever files. Answers given before keep the words they had. For system admins. */
export async function saveCategoryQuestion(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly code: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, choices: lines, code: given, ...question } = parsed.value;
  const { prisma } = house.db;
  if ((await prisma.category.count({ where: { code: question.category } })) === 0)
    return badInput({ category: 'unknown_category' });
  const before = given === '' ? null : await prisma.categoryQuestion.findUnique({ where: { code: given } });
  if (given !== '' && before === null) return refusal('not_found');
  const known = (before?.choices ?? []) as unknown as readonly QuestionChoice[];
  const choices = question.kind === 'choice' ? choicesOf(lines, known) : [];
  if (question.kind === 'choice' && choices.length < 2) return badInput({ choices: 'too_short' });
  const code = given === '' ? `${question.category}-${house.newId().slice(0, 8)}` : given;
  const nameEn = question.nameEn === '' ? question.name : question.nameEn;
  const data = { ...question, nameEn, choices: choices.map((one) => ({ ...one })), code };
  const fields = ({
    choices: listed,
    ...row
  }: Omit<typeof data, 'choices' | 'kind'> & Record<'choices' | 'kind', unknown>) => ({
    ...row,
    kind: String(row.kind),
    choices: (listed as readonly QuestionChoice[]).map(({ name }) => name),
  });
  const change = changeBy(house, actor, {
    ...{ subject: 'question', subjectId: code, reason },
    before: before && fields(before),
    after: fields(data),
  });
  await prisma.$transaction([
    prisma.categoryQuestion.upsert({ where: { code }, create: data, update: data }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  forgetRemembered(house);
  return done({ code });
}

/** A choice that was there keeps its value, so that answers under way still fit. */
function choicesOf(lines: string, known: readonly QuestionChoice[]): readonly QuestionChoice[] {
  const taken = new Set(known.map(({ value }) => value));
  return lines.split('\n').flatMap((line) => {
    const [name = '', nameEn = ''] = line.split('|').map((part) => part.trim());
    if (name === '') return [];
    const old = known.find((one) => one.name === name);
    if (old !== undefined) return [{ ...old, nameEn: nameEn === '' ? old.nameEn : nameEn }];
    let ordinal = taken.size + 1;
    while (taken.has(`c${ordinal}`)) ordinal += 1;
    const value = `c${ordinal}`;
    taken.add(value);
    return [{ value, name, nameEn: nameEn === '' ? name : nameEn }];
  });
}
