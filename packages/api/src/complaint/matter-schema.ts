import { CAUSE_CLASSES, CHANNELS, COMPLAINANT_KINDS, isCreditCode, OPENNESS } from '@bihuan/domain';
import { z } from 'zod';
import { choice, typedNumber, typedText } from '../parse-input.ts';
import { tick } from '../supervision/item-input.ts';
import { contactName, email, phone } from './contact-fields.ts';
import { representative } from './representative.ts';

/** Limits in characters, shown to the person typing. */
export const LIMITS = {
  title: 60,
  body: 5000,
  wish: 500,
  place: 100,
  name: 50,
  tried: 500,
  categoryAnswer: 200,
} as const;

/** What another platform passes on is taken whole, however short or long its own limits let it be. */
const TRANSFER_LIMITS = { ...LIMITS, title: 500, body: 50_000, wish: 5000, place: 500, name: 200 } as const;

/** What was tried before complaining. Every part may be left empty. */
const tried = z
  .object({
    desk: typedText(0, 100).default(''),
    step: typedText(0, 200).default(''),
    when: typedText(0, 60).default(''),
    trips: z.preprocess((typed) => (typed === '' ? undefined : typed), typedNumber(0, 99).default(0)),
    answer: typedText(0, LIMITS.tried).default(''),
  })
  .prefault({});

/** The fields of a complaint. `least`: the shortest title and body worth reading. */
export const matterFields = (
  limits: Record<keyof typeof LIMITS, number>,
  least = { title: 2, body: 10 },
) => ({
  channel: choice(CHANNELS),
  complainantKind: choice(COMPLAINANT_KINDS),
  openness: choice(OPENNESS),
  title: typedText(least.title, limits.title),
  body: typedText(least.body, limits.body),
  tried,
  causeClass: choice(CAUSE_CLASSES).default('other'),
  wish: typedText(0, limits.wish).default(''),
  place: typedText(0, limits.place).default(''),
  enterpriseName: typedText(0, 100).default(''),
  creditCode: typedText(0, 18)
    .default('')
    .transform((code) => code.toUpperCase())
    .refine((code) => code === '' || isCreditCode(code), 'credit_code_malformed'),
  aboutDepartmentId: z.preprocess(
    (id) => (id === '' ? null : id),
    z.uuid('unknown_department').nullable().default(null),
  ),
  /** Another platform may pass names on that it masked itself; ours are whole or not there. */
  name: (limits === LIMITS ? contactName : typedText(0, limits.name)).default(''),
  phone: phone.default(''),
  email: email.default(''),
  /** Said outright at the desk: the person cannot be reached. */
  noContact: tick,
  representative,
  /** What the complainant takes it for; the office classifies for itself. */
  chosenCategory: typedText(0, 60).default(''),
  serviceItem: typedText(0, 60).default(''),
  /** Answers to the questions of the chosen category, by the code of the question. */
  answers: z.record(z.string().max(60), typedText(0, LIMITS.categoryAnswer)).default({}),
  mayPublish: z.union([z.boolean(), z.stringbool()]).default(false),
  locale: z.enum(['zh-CN', 'en']).catch('zh-CN').default('zh-CN'),
  /** The form's once-only token: sending the same form twice makes one complaint. */
  once: z.string().max(100).optional(),
});

type Who = {
  channel: string;
  complainantKind: string;
  enterpriseName: string;
  openness: string;
  name: string;
  phone: string;
  email: string;
  noContact: boolean;
  representative: { phone: string } | null;
};

function whoIsComplete(matter: Who, context: z.RefinementCtx): void {
  const flag = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (matter.complainantKind === 'enterprise' && matter.enterpriseName === '')
    flag('enterpriseName', 'required');
  if (matter.openness !== 'anonymous' && matter.name === '') flag('name', 'required');
  const isReachable = matter.phone !== '' || matter.email !== '' || Boolean(matter.representative?.phone);
  const isNoneSaid = matter.noContact && (matter.channel === 'walk_in' || matter.channel === 'phone');
  if (matter.openness !== 'anonymous' && !isReachable && !isNoneSaid) flag('phone', 'contact_required');
  if (isReachable && isNoneSaid) flag('noContact', 'contact_given');
}

/** A complaint as filed with us. */
export const matterSchema = z.object(matterFields(LIMITS)).superRefine(whoIsComplete);

/** A complaint that another platform passed on, with when it was reported there and as what. */
export const transferSchema = z
  .object({
    ...matterFields(TRANSFER_LIMITS, { title: 1, body: 1 }),
    reportedAt: z.iso.datetime({ offset: true, error: 'not_a_date' }).nullable().default(null),
    reportedCategory: typedText(0, 200).default(''),
  })
  .superRefine(whoIsComplete);

export type Matter = z.output<typeof matterSchema>;
export type Transfer = z.output<typeof transferSchema>;
