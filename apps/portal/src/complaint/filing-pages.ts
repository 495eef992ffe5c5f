import type { DraftPage, FilingChoices } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { Typed } from './filing-fields.ts';

type Page = {
  readonly title: () => string;
  readonly lead?: () => string;
  /** May be left empty. */
  readonly isOptional?: boolean;
};

/** The pages of a filing in their order, by the parts of the task list. */
export const FILING_PARTS = [
  { title: m.filing_part_begin, pages: ['scope', 'who'] },
  {
    title: m.filing_part_matter,
    pages: ['category', 'service', 'questions', 'matter', 'cause', 'tried', 'wish', 'place', 'files'],
  },
  { title: m.filing_part_contact, pages: ['openness', 'contact'] },
  { title: m.filing_part_review, pages: ['preview'] },
] as const satisfies readonly { title: () => string; pages: readonly DraftPage[] }[];

export const FILING_PAGES: Readonly<Record<DraftPage, Page>> = {
  scope: { title: m.filing_scope_title, lead: m.filing_scope_lead },
  who: { title: m.filing_who_title },
  category: { title: m.filing_category_title, lead: m.filing_category_lead },
  service: { title: m.filing_service_title, lead: m.filing_service_lead, isOptional: true },
  questions: { title: m.filing_questions_title, lead: m.filing_questions_lead },
  matter: { title: m.filing_matter_title, lead: m.filing_matter_lead },
  cause: { title: m.filing_cause_title },
  tried: { title: m.filing_tried_title, lead: m.portal_form_tried_hint, isOptional: true },
  wish: { title: m.filing_wish_title, isOptional: true },
  place: { title: m.filing_place_title, isOptional: true },
  files: { title: m.filing_files_title, lead: m.filing_files_lead, isOptional: true },
  openness: { title: m.filing_openness_title, lead: m.filing_openness_lead },
  contact: { title: m.filing_contact_title, lead: m.filing_contact_lead },
  preview: { title: m.filing_preview_title, lead: m.filing_preview_lead },
};

export type PageStatus = 'done' | 'to_do' | 'optional';

export type Task = { readonly page: DraftPage; readonly status: PageStatus };

/** The pages that this filing needs, in their order: no contact page for somebody anonymous, no questions where none are asked. */
export function neededPages(typed: Typed, { questions }: FilingChoices): readonly DraftPage[] {
  const asked = questions.some(({ category }) => category === typed['chosenCategory']);
  return FILING_PARTS.flatMap<DraftPage>(({ pages }) => pages).filter(
    (page) => (page !== 'contact' || typed['openness'] !== 'anonymous') && (page !== 'questions' || asked),
  );
}

/** How far each page of this filing is. */
export function filingTasks(
  { typed, done }: { readonly typed: Typed; readonly done: readonly DraftPage[] },
  choices: FilingChoices,
): readonly Task[] {
  return neededPages(typed, choices).map((page) => {
    const isOptional =
      page === 'questions' ? !hasRequired(typed, choices) : (FILING_PAGES[page].isOptional ?? false);
    return { page, status: done.includes(page) ? 'done' : isOptional ? 'optional' : 'to_do' };
  });
}

function hasRequired(typed: Typed, { questions }: FilingChoices): boolean {
  return questions.some(({ category, isRequired }) => isRequired && category === typed['chosenCategory']);
}

export const pagePath = (page: DraftPage) => `/complaints/new/${page}`;
