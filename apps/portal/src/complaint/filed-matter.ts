import type { FilingChoices } from '@bihuan/api';
import { FILING_FIELDS, type FilingField, type Typed } from './filing-fields.ts';

const NAMES = Object.keys(FILING_FIELDS) as readonly FilingField[];

/**
 * A filing as the use case takes it. What the pages hide from a citizen or an anonymous person does not count, even where it
 * was filled in before they chose so.
 */
export function filedMatter(typed: Typed, choices: Pick<FilingChoices, 'places'>, locale: string) {
  const of = (name: FilingField) => typed[name] ?? '';
  const isEnterprise = of('complainantKind') === 'enterprise';
  const isAnonymous = of('openness') === 'anonymous';
  const answers = Object.entries(typed).filter(([name]) => name.startsWith('answers.'));
  return {
    ...{ locale, once: typed['once'], complainantKind: of('complainantKind'), openness: of('openness') },
    ...{ title: of('title'), body: of('body'), wish: of('wish'), place: placeOf(typed, choices) },
    ...{ chosenCategory: of('chosenCategory'), serviceItem: of('serviceItem') },
    aboutDepartmentId: of('aboutDepartmentId'),
    causeClass: of('causeClass') === '' ? undefined : of('causeClass'),
    mayPublish: of('mayPublish') === 'yes',
    filesForDepartment: of('filesForDepartment'),
    enterpriseName: isEnterprise ? of('enterpriseName') : '',
    creditCode: isEnterprise ? of('creditCode') : '',
    name: isAnonymous ? '' : of('name'),
    phone: isAnonymous ? '' : of('phone'),
    email: isAnonymous ? '' : of('email'),
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('answers.'.length), value])),
    tried: {
      desk: of('tried.desk'),
      step: of('tried.step'),
      when: of('tried.when'),
      trips: of('tried.trips').trim(),
      answer: of('tried.answer'),
    },
  };
}

/** The place as it is filed: the name of the one chosen, or what was typed. */
export function placeOf(typed: Typed, { places }: Pick<FilingChoices, 'places'>): string {
  const { placeCode = '', place = '' } = typed;
  if (placeCode === '') return '';
  return places.find(({ code }) => code === placeCode)?.name ?? place;
}

/** What of a posted page of answers belongs to the filing. */
export function typedFiling(fields: Typed): Typed {
  const isOwn = (name: string) =>
    name === 'once' || name.startsWith('answers.') || (NAMES as readonly string[]).includes(name);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isOwn(name)));
}
