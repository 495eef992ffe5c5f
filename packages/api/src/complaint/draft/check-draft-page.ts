import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, type BadFields } from '../../result.ts';
import { answerCategory } from '../answer-category.ts';
import { readFilingChoices, type FilingChoices } from '../read-filing-choices.ts';
import { DRAFT_PAGE_FIELDS, DRAFT_PAGE_SCHEMAS, type DraftPage } from './draft-page.ts';

type Typed = Readonly<Record<string, string>>;

/** What the fields of one page are, of everything that was sent with it. */
export function fieldsOfPage(page: DraftPage, sent: Typed): Typed {
  const isAsked = (name: string) =>
    page === 'questions' ? name.startsWith('answers.') : DRAFT_PAGE_FIELDS[page].includes(name);
  return Object.fromEntries(Object.entries(sent).filter(([name]) => isAsked(name)));
}

/** What is wrong with a page, given what was typed on the others; empty where it is right. */
export async function checkDraftPage(house: House, page: DraftPage, typed: Typed): Promise<BadFields> {
  const asked = relevant(page, typed);
  const parsed = parseInput(DRAFT_PAGE_SCHEMAS[page], nested(asked));
  if (!parsed.ok) return parsed.kind === 'bad_input' ? parsed.fields : {};
  const checked = await checkAgainstChoices(house, page, typed);
  return checked.ok || checked.kind === 'refusal' ? {} : checked.fields;
}

async function checkAgainstChoices(house: House, page: DraftPage, typed: Typed) {
  const choices = await readFilingChoices(house);
  const category = typed['chosenCategory'] ?? '';
  switch (page) {
    case 'category':
      return isOne(choices.categories, category) ? RIGHT : badInput({ chosenCategory: 'unknown_category' });
    case 'service':
      return checkService(choices, typed);
    case 'questions':
      return answerCategory(house, { chosenCategory: category, answers: answersIn(typed) });
    case 'place': {
      const { placeCode = '' } = typed;
      const isKnown = placeCode === '' || placeCode === 'other' || isOne(choices.places, placeCode);
      return isKnown ? RIGHT : badInput({ placeCode: 'not_a_choice' });
    }
    default:
      return RIGHT;
  }
}

const RIGHT = { ok: true } as const;

function checkService(
  { serviceItems, departments }: FilingChoices,
  { serviceItem = '', aboutDepartmentId = '', chosenCategory = '' }: Typed,
) {
  const isOfCategory = serviceItems.some(
    ({ code, category }) => code === serviceItem && category === chosenCategory,
  );
  if (serviceItem !== '' && !isOfCategory) return badInput({ serviceItem: 'not_a_choice' });
  const isKnown = aboutDepartmentId === '' || departments.some(({ id }) => id === aboutDepartmentId);
  return isKnown ? RIGHT : badInput({ aboutDepartmentId: 'unknown_department' });
}

function isOne(choices: readonly { readonly code: string }[], code: string): boolean {
  return choices.some((choice) => choice.code === code);
}

function answersIn(typed: Typed): Typed {
  const answers = Object.entries(typed).filter(([name]) => name.startsWith('answers.'));
  return Object.fromEntries(answers.map(([name, value]) => [name.slice('answers.'.length), value.trim()]));
}

/** What the page hides from a citizen does not count, even where it was filled in before they said so. */
function relevant(page: DraftPage, typed: Typed): Typed {
  const own = fieldsOfPage(page, typed);
  if (page === 'who' && own['complainantKind'] !== 'enterprise')
    return { ...own, enterpriseName: '', creditCode: '' };
  if (page === 'place' && own['placeCode'] !== 'other') return { ...own, place: '' };
  return own;
}

/** `tried.desk` as a field of `tried`. */
function nested(typed: Typed): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(typed)) {
    const [head = '', tail] = splitOnce(name);
    if (tail === undefined) made[head] = value;
    else made[head] = { ...(made[head] as object | undefined), [tail]: value };
  }
  return made;
}

function splitOnce(name: string): readonly [string, string?] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}
