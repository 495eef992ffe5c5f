import { DECLINE_REASONS } from '@bihuan/domain';
import { z } from 'zod';
import { choice, typedText } from '../../parse-input.ts';
import { CAUSE_CLASSES } from '@bihuan/domain';
import { LIMITS, matterFields } from '../matter-schema.ts';

/** The pages of a filing that keep something, in their order. */
export const DRAFT_PAGES = [
  'scope',
  'who',
  'category',
  'service',
  'questions',
  'matter',
  'cause',
  'tried',
  'wish',
  'place',
  'files',
  'openness',
  'contact',
  'preview',
] as const;

export type DraftPage = (typeof DRAFT_PAGES)[number];

/** What a matter may be that is not for this window: what it would be declined as. */
export const ELSEWHERE = DECLINE_REASONS.filter((reason) => reason !== 'no_facts');

/** `stuck`: something that could not be got done, which is what this is for. */
export const SCOPES = ['stuck', ...ELSEWHERE] as const;

const matter = matterFields(LIMITS);

const who = z
  .object({
    complainantKind: matter.complainantKind,
    enterpriseName: matter.enterpriseName,
    creditCode: matter.creditCode,
  })
  .superRefine(({ complainantKind, enterpriseName }, context) => {
    if (complainantKind === 'enterprise' && enterpriseName === '')
      context.addIssue({ code: 'custom', path: ['enterpriseName'], message: 'required' });
  });

const contact = z
  .object({ name: matter.name, phone: matter.phone, email: matter.email })
  .superRefine(({ name, phone, email }, context) => {
    if (name === '') context.addIssue({ code: 'custom', path: ['name'], message: 'required' });
    if (phone === '' && email === '')
      context.addIssue({ code: 'custom', path: ['phone'], message: 'contact_required' });
  });

const place = z
  .object({ placeCode: typedText(0, 60).default(''), place: matter.place })
  .superRefine(({ placeCode, place: text }, context) => {
    if (placeCode === 'other' && text === '')
      context.addIssue({ code: 'custom', path: ['place'], message: 'required' });
  });

/** What each page has to come to. What a page shows only to some is not asked of the others: see `relevantFields`. */
export const DRAFT_PAGE_SCHEMAS = {
  scope: z.object({ scope: choice(SCOPES as unknown as readonly [string, ...string[]]) }),
  who,
  category: z.object({ chosenCategory: typedText(1, 60) }),
  service: z.object({ serviceItem: matter.serviceItem, aboutDepartmentId: matter.aboutDepartmentId }),
  questions: z.object({ answers: matter.answers }),
  matter: z.object({ title: matter.title, body: matter.body }),
  cause: z.object({ causeClass: choice(CAUSE_CLASSES) }),
  tried: z.object({ tried: matter.tried }),
  wish: z.object({ wish: matter.wish }),
  place,
  /** The files themselves are kept beside the draft. */
  files: z.object({ filesForDepartment: z.enum(['', 'true']).catch('') }),
  openness: z.object({ openness: matter.openness }),
  contact,
  preview: z.object({ mayPublish: choice(['yes', 'no']) }),
} as const satisfies Record<DraftPage, z.ZodType>;

/** The fields of each page by the names they are typed under. Those of the category's questions begin with `answers.`. */
export const DRAFT_PAGE_FIELDS: Readonly<Record<DraftPage, readonly string[]>> = {
  scope: ['scope'],
  who: ['complainantKind', 'enterpriseName', 'creditCode'],
  category: ['chosenCategory'],
  service: ['serviceItem', 'aboutDepartmentId'],
  questions: [],
  matter: ['title', 'body'],
  cause: ['causeClass'],
  tried: ['tried.desk', 'tried.step', 'tried.when', 'tried.trips', 'tried.answer'],
  wish: ['wish'],
  place: ['placeCode', 'place'],
  files: ['filesForDepartment'],
  openness: ['openness'],
  contact: ['name', 'phone', 'email'],
  preview: ['mayPublish'],
};
