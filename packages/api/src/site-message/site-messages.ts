import { changeData } from '@bihuan/db';
import {
  SITE_MESSAGE_HOURS,
  SITE_MESSAGE_TONES,
  hasRole,
  instantAt,
  isOfficeOpen,
  type Actor,
  type Instant,
} from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { noticeRulesOf } from '../notification/notice-rules-in-force.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { forgetRemembered } from '../remember.ts';
import { badInput, done, refusal, type Result } from '../result.ts';

export type SiteMessage = {
  readonly id: string;
  readonly text: string;
  readonly textEn: string;
  readonly tone: (typeof SITE_MESSAGE_TONES)[number];
};

export type SiteMessageLine = SiteMessage & {
  readonly hours: (typeof SITE_MESSAGE_HOURS)[number];
  readonly fromAt: Instant;
  readonly untilAt: Instant | null;
  readonly state: 'planned' | 'running' | 'over' | 'withdrawn';
};

/** A moment as a form gives it, on the clocks of Shanghai; seconds are left out. */
const moment = z
  .string('required')
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'not_a_date')
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), 'not_a_date')
  .transform((text) => instantAt(text.slice(0, 10), text.slice(11)));
const none = (text: unknown) => (text === '' || text === undefined ? null : text);

const schema = z.object({
  text: typedText(2, 200),
  textEn: typedText(2, 400),
  tone: choice(SITE_MESSAGE_TONES),
  hours: choice(SITE_MESSAGE_HOURS),
  fromAt: z.preprocess(none, moment.nullable()),
  untilAt: z.preprocess(none, moment.nullable()),
});
const one = z.object({ messageId: z.uuid() });
const MOST = 50;

/** What stands above the pages of the portal at this moment, warnings first. For everybody. */
export async function readSiteMessages(house: House): Promise<readonly SiteMessage[]> {
  const now = new Date(house.now());
  const rows = await house.db.prisma.siteMessage.findMany({
    where: { withdrawnAt: null, fromAt: { lte: now }, OR: [{ untilAt: null }, { untilAt: { gt: now } }] },
    orderBy: [{ tone: 'desc' }, { fromAt: 'desc' }],
    take: 5,
  });
  if (rows.length === 0) return [];
  const [rules, calendar] = await Promise.all([noticeRulesOf(house), calendarOf(house)]);
  const hours = isOfficeOpen(house.now(), rules.office, calendar) ? 'in_hours' : 'out_of_hours';
  return rows
    .filter((row) => row.hours === 'always' || row.hours === hours)
    .map(({ id, text, textEn, tone }) => ({ id, text, textEn, tone: tone as SiteMessage['tone'] }));
}

/** The messages of the site, the latest first. For system admins and auditors. */
export async function listSiteMessages(
  house: House,
  actor: Actor,
): Promise<Result<readonly SiteMessageLine[]>> {
  if (!hasRole(actor, 'system_admin') && !hasRole(actor, 'auditor')) return refusal('not_found');
  const now = house.now();
  const rows = await house.db.prisma.siteMessage.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  return done(
    rows.map(({ id, text, textEn, tone, hours, fromAt, untilAt, withdrawnAt }) => {
      const [from, until] = [fromAt.toISOString(), untilAt?.toISOString() ?? null];
      const running = from > now ? 'planned' : until !== null && until <= now ? 'over' : 'running';
      return {
        ...{ id, text, textEn, tone: tone as SiteMessage['tone'], hours: hours as SiteMessageLine['hours'] },
        ...{ fromAt: from, untilAt: until, state: withdrawnAt === null ? running : 'withdrawn' },
      };
    }),
  );
}

/** Puts a message above every page of the portal, from now or a later moment. Plain text. For system admins. */
export async function publishSiteMessage(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { fromAt, untilAt, ...message } = parsed.value;
  const from = fromAt ?? house.now();
  if (untilAt !== null && (untilAt <= from || untilAt <= house.now()))
    return badInput({ untilAt: 'out_of_range' });
  const id = house.newId();
  const after = { ...message, fromAt: from, untilAt };
  const change = changeBy(house, actor, {
    ...{ subject: 'site_message', subjectId: message.text.slice(0, 40), reason: message.text.slice(0, 40) },
    ...{ before: null, after },
  });
  const data = {
    ...{ ...message, id, fromAt: new Date(from), untilAt: untilAt === null ? null : new Date(untilAt) },
    ...{ createdAt: new Date(house.now()), createdById: actor.staffId },
  };
  const { prisma } = house.db;
  await prisma.$transaction([
    prisma.siteMessage.create({ data }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  forgetRemembered(house);
  return done({ id });
}

/** Takes a message down. For system admins. */
export async function withdrawSiteMessage(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  const parsed = parseInput(one, raw);
  if (!hasRole(actor, 'system_admin') || !parsed.ok) return refusal('not_found');
  const { messageId: id } = parsed.value;
  const { count } = await house.db.prisma.siteMessage.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: new Date(house.now()) },
  });
  forgetRemembered(house);
  return count === 0 ? refusal('not_found') : done({ id });
}
