import { audiencesOf, channelsOf, type Audience, type NoticeChannel } from './audience.ts';
import type { NoticeEvent } from './notice-event.ts';
import type { Template, TemplateKey } from './template.ts';

/** Who hears of what, and how. What is not named is not sent. */
export type NoticeMatrix = Readonly<
  Partial<Record<NoticeEvent, Readonly<Partial<Record<Audience, readonly NoticeChannel[]>>>>>
>;

/** One version of the rules of notification. Times are 'HH:MM' in Shanghai. */
export type NoticeRules = {
  readonly matrix: NoticeMatrix;
  readonly templates: readonly Template[];
  /** SMS and app messages to complainants wait while it is quiet, the receipt excepted. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** Reminders and digests go out within these hours of working days. */
  readonly office: { readonly from: string; readonly to: string };
};

/** The channels of an audience for an event; those that may not be are left out, whatever the matrix says. */
export function channelsFor(
  { matrix }: Pick<NoticeRules, 'matrix'>,
  event: NoticeEvent,
  audience: Audience,
): readonly NoticeChannel[] {
  if (!audiencesOf(event).includes(audience)) return [];
  const allowed = channelsOf(audience);
  return (matrix[event]?.[audience] ?? []).filter((channel) => allowed.includes(channel));
}

/** The words for a notice: those of the category, else those for all; null where there are none. */
export function templateFor(templates: readonly Template[], key: TemplateKey): Template | null {
  const fitting = templates.filter((one) => isSame(one, key, one.category));
  return (
    fitting.find(({ category }) => category !== '' && category === key.category) ??
    fitting.find(({ category }) => category === '') ??
    null
  );
}

/** The templates with one put in the place of its like, or added. */
export function withTemplate(templates: readonly Template[], template: Template): readonly Template[] {
  return [...templates.filter((one) => !isSame(one, template, template.category)), template];
}

function isSame(one: Template, key: TemplateKey, category: string): boolean {
  return (
    one.event === key.event &&
    one.to === key.to &&
    one.kind === key.kind &&
    one.locale === key.locale &&
    one.category === category
  );
}
