import type { DraftPage, FilingChoices } from '@bihuan/api';
import type { ShowField } from '../../complaint/filing-field.ts';
import type { Typed } from '../../complaint/filing-fields.ts';
import CategoryFields from './category-fields.astro';
import CauseFields from './cause-fields.astro';
import ContactFields from './contact-fields.astro';
import MatterFields from './matter-fields.astro';
import OpennessFields from './openness-fields.astro';
import PlaceFields from './place-fields.astro';
import PreviewFields from './preview-fields.astro';
import QuestionsFields from './questions-fields.astro';
import ScopeFields from './scope-fields.astro';
import ServiceFields from './service-fields.astro';
import TriedFields from './tried-fields.astro';
import WhoFields from './who-fields.astro';
import WishFields from './wish-fields.astro';

/** What the fields of a page are given; each takes what it needs. */
export type PageFieldsProps = {
  readonly field: ShowField;
  readonly typed: Typed;
  readonly choices: FilingChoices;
};

type PageFields = (props: PageFieldsProps) => unknown;

/** Pages whose form is like any other; that of the files is a page of its own. */
export type FieldPage = Exclude<DraftPage, 'files'>;

/** What stands inside the form of each page. */
export const PAGE_FIELDS: Readonly<Record<FieldPage, PageFields>> = {
  scope: ScopeFields,
  who: WhoFields,
  category: CategoryFields,
  service: ServiceFields,
  questions: QuestionsFields,
  matter: MatterFields,
  cause: CauseFields,
  tried: TriedFields,
  wish: WishFields,
  place: PlaceFields,
  openness: OpennessFields,
  contact: ContactFields,
  preview: PreviewFields,
};
