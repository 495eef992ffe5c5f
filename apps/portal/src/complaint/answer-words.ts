import { DRAFT_PAGE_FIELDS, type DraftPage, type FilingChoices } from '@bihuan/api';
import type { CauseClass, ComplainantKind, Openness } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { localName } from '../words/local-name.ts';
import { FILING_FIELDS, type FilingField, type Typed } from './filing-fields.ts';
import { placeOf } from './filed-matter.ts';

type Answer = { readonly term: string; readonly text: string };

/** What was answered on a page, in words; '' where a field was left empty. */
export function answerWords(page: DraftPage, typed: Typed, choices: FilingChoices): readonly Answer[] {
  if (page === 'questions') return questionWords(typed, choices);
  const names = DRAFT_PAGE_FIELDS[page] as readonly FilingField[];
  return names
    .filter((name) => isShown(name, typed))
    .map((name) => ({ term: FILING_FIELDS[name].label(), text: fieldWords(name, typed, choices) }));
}

function questionWords(typed: Typed, { questions }: FilingChoices): readonly Answer[] {
  return questions
    .filter(({ category }) => category === typed['chosenCategory'])
    .map((question) => {
      const answer = typed[`answers.${question.code}`] ?? '';
      const chosen = question.choices.find(({ value }) => value === answer);
      return { term: localName(question), text: chosen === undefined ? answer : localName(chosen) };
    });
}

function isShown(name: FilingField, { complainantKind, openness }: Typed): boolean {
  if (name === 'enterpriseName' || name === 'creditCode') return complainantKind === 'enterprise';
  if (name === 'filesForDepartment') return openness === 'open';
  return name !== 'place';
}

function fieldWords(name: FilingField, typed: Typed, choices: FilingChoices): string {
  const value = typed[name] ?? '';
  if (name === 'filesForDepartment')
    return value === 'true' ? m.filing_files_department_yes() : m.filing_files_department_no();
  if (value === '') return '';
  switch (name) {
    case 'complainantKind':
      return m[`complainant_kind_${value as ComplainantKind}`]();
    case 'openness':
      return m[`openness_${value as Openness}`]();
    case 'causeClass':
      return m[`cause_class_${value as CauseClass}`]();
    case 'mayPublish':
      return value === 'yes' ? m.filing_publish_yes() : m.filing_publish_no();
    case 'chosenCategory':
      return nameIn(choices.categories, value);
    case 'serviceItem':
      return nameIn(choices.serviceItems, value);
    case 'aboutDepartmentId':
      return nameIn(
        choices.departments.map((one) => ({ ...one, code: one.id })),
        value,
      );
    case 'placeCode':
      return placeWords(typed, choices);
    default:
      return value;
  }
}

function placeWords(typed: Typed, choices: FilingChoices): string {
  const place = choices.places.find(({ code }) => code === typed['placeCode']);
  return place === undefined ? placeOf(typed, choices) : localName(place);
}

function nameIn(
  choices: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[],
  code: string,
): string {
  const found = choices.find((one) => one.code === code);
  return found === undefined ? '' : localName(found);
}
