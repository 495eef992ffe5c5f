import { DRAFT_PAGE_FIELDS, DRAFT_PAGES, type DraftPage } from '@bihuan/api';

/** The page on which a field stands. */
export function pageOfField(name: string): DraftPage {
  return DRAFT_PAGES.find((page) => DRAFT_PAGE_FIELDS[page].includes(name)) ?? 'questions';
}
