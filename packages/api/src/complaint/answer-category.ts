import type { CategoryAnswer } from '@bihuan/db';
import type { House } from '../house.ts';
import { badInput, done, type InputCode, type Result } from '../result.ts';
import { readFilingChoices, type CategoryQuestion } from './read-filing-choices.ts';

type Chosen = {
  readonly chosenCategory: string;
  readonly answers: Readonly<Record<string, string>>;
};

/**
 * What was answered to the questions of the chosen category, with question and answer as they read today. Answers to other
 * categories' questions are left out. Wrong ones are sent back under `answers.<code>`. `isWhole`: those that have to be answered
 * are; a program that hands a complaint on cannot ask the person again.
 */
export async function answerCategory(
  house: House,
  { chosenCategory, answers }: Chosen,
  isWhole = true,
): Promise<Result<readonly CategoryAnswer[]>> {
  if (chosenCategory === '') return done([]);
  const { categories, questions } = await readFilingChoices(house);
  if (!categories.some(({ code }) => code === chosenCategory))
    return badInput({ chosenCategory: 'unknown_category' });
  const asked = questions.filter(({ category }) => category === chosenCategory);
  const wrong = asked.flatMap((question) => {
    const answer = answers[question.code] ?? '';
    const code = answer === '' && !isWhole ? null : wrongAnswer(question, answer);
    return code === null ? [] : [[`answers.${question.code}`, code] as const];
  });
  if (wrong.length > 0) return badInput(Object.fromEntries(wrong));
  return done(asked.flatMap((question) => kept(question, answers[question.code] ?? '')));
}

function wrongAnswer({ kind, choices, isRequired }: CategoryQuestion, answer: string): InputCode | null {
  if (answer === '') return isRequired ? (kind === 'choice' ? 'not_a_choice' : 'required') : null;
  switch (kind) {
    case 'text':
      return null;
    case 'number':
      return /^\d{1,9}(\.\d{1,4})?$/.test(answer) ? null : 'not_a_number';
    case 'date':
      return isDate(answer) ? null : 'not_a_date';
    case 'choice':
      return choices.some(({ value }) => value === answer) ? null : 'not_a_choice';
  }
}

function kept({ code, name, nameEn, choices }: CategoryQuestion, answer: string): readonly CategoryAnswer[] {
  if (answer === '') return [];
  const chosen = choices.find(({ value }) => value === answer);
  return [
    {
      ...{ code, question: name, questionEn: nameEn },
      ...{ answer: chosen?.name ?? answer, answerEn: chosen?.nameEn ?? answer },
    },
  ];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
