import { dropNoticeDraft, publishNoticeDraft, readNoticeVersion } from '@bihuan/db';
import {
  AUDIENCES,
  audiencesOf,
  channelsOf,
  NOTICE_EVENTS,
  withTemplate,
  type Actor,
  type Audience,
  type NoticeChannel,
  type NoticeEvent,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { changeNoticeDraft, readNoticeWork } from './change-notice-draft.ts';
import { mayEditNotices } from './may-edit-notices.ts';
import { forgetNoticeRules } from './notice-rules-in-force.ts';
import { faultsOf, parseTemplates } from './template-input.ts';

type Drafted = Result<{ readonly number: number }>;

const shown = z.object({ seen: z.string('required').max(60, 'malformed') });

/** `audience channel`, as a box of the matrix is called. */
const cell = z.string().regex(/^[a-z_]+ [a-z_]+$/, 'malformed');
const matrix = shown.extend({
  event: choice(NOTICE_EVENTS),
  cells: z.array(cell, 'malformed').max(60, 'malformed').default([]),
});

/** Saves who hears of one event and how, into the draft. What may not be told is `not_a_choice`. */
export async function saveNoticeMatrix(house: House, actor: Actor, raw: unknown): Promise<Drafted> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = parseInput(matrix, raw);
  if (!parsed.ok) return parsed;
  const { event, cells, seen } = parsed.value;
  const row = rowOf(event, cells);
  if (row === null) return badInput({ cells: 'not_a_choice' });
  return changeNoticeDraft(house, actor.staffId, seen, (rules) => ({
    ...rules,
    matrix: { ...rules.matrix, [event]: row },
  }));
}

/** Saves the words of one template in both languages, into the draft. */
export async function saveNoticeTemplate(house: House, actor: Actor, raw: unknown): Promise<Drafted> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const at = parseInput(shown, raw);
  if (!at.ok) return at;
  const parsed = await parseTemplates(house, raw);
  if (!parsed.ok) return parsed;
  return changeNoticeDraft(house, actor.staffId, at.value.seen, (rules) => ({
    ...rules,
    templates: parsed.value.reduce(withTemplate, rules.templates),
  }));
}

const time = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'malformed');
const hours = shown.extend({ quietFrom: time, quietTo: time, officeFrom: time, officeTo: time });

/** Saves quiet hours and the hours of reminders, into the draft. */
export async function saveNoticeHours(house: House, actor: Actor, raw: unknown): Promise<Drafted> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = parseInput(hours, raw);
  if (!parsed.ok) return parsed;
  const { seen, quietFrom, quietTo, officeFrom, officeTo } = parsed.value;
  if (officeFrom >= officeTo) return badInput({ officeTo: 'out_of_range' });
  return changeNoticeDraft(house, actor.staffId, seen, (rules) => ({
    ...rules,
    quiet: { from: quietFrom, to: quietTo },
    office: { from: officeFrom, to: officeTo },
  }));
}

const published = shown.extend({ note: typedText(2, 200) });

/** Puts the draft in force, with a word on why. Every template is looked over once more. */
export async function publishNoticeRules(house: House, actor: Actor, raw: unknown): Promise<Drafted> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = parseInput(published, raw);
  if (!parsed.ok) return parsed;
  const { seen, note } = parsed.value;
  const { draft } = await readNoticeWork(house);
  if (draft === null || draft.changedAt !== seen) return refusal('stale');
  const faults = faultsOf(draft.rules.templates);
  if (Object.keys(faults).length > 0) return badInput(faults);
  const isDone = await publishNoticeDraft(house.db, draft.number, seen, {
    ...{ note, by: actor.staffId, at: house.now() },
  });
  if (!isDone) return refusal('stale');
  forgetNoticeRules(house);
  return done({ number: draft.number });
}

/** Gives the draft up. */
export async function dropNoticeRulesDraft(house: House, actor: Actor): Promise<Result<null>> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const { draft } = await readNoticeWork(house);
  if (draft !== null) await dropNoticeDraft(house.db, draft.number);
  return done(null);
}

const restored = shown.extend({ number: typedNumber(0, 1_000_000) });

/** Makes the draft what an earlier version was. */
export async function restoreNoticeRules(house: House, actor: Actor, raw: unknown): Promise<Drafted> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = parseInput(restored, raw);
  if (!parsed.ok) return parsed;
  const version = await readNoticeVersion(house.db, parsed.value.number);
  if (version === null) return refusal('not_found');
  return changeNoticeDraft(house, actor.staffId, parsed.value.seen, () => version.rules);
}

function rowOf(event: NoticeEvent, cells: readonly string[]) {
  const row: Partial<Record<Audience, NoticeChannel[]>> = {};
  for (const one of cells) {
    const [to, by] = one.split(' ');
    const audience = AUDIENCES.find((known) => known === to);
    if (audience === undefined || !audiencesOf(event).includes(audience)) return null;
    const channel = channelsOf(audience).find((known) => known === by);
    if (channel === undefined) return null;
    row[audience] = [...(row[audience] ?? []), channel];
  }
  return row;
}
