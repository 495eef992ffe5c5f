import {
  bouncedSince,
  keepUnsent,
  queueMessage,
  readContact,
  type Contact,
  type MessageChannel,
  type NewMessage,
  type Statement,
} from '@bihuan/db';
import { afterQuiet, LEGAL_NOTICES, millisOf, type Audience } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeRulesInForce } from './notice-rules-in-force.ts';
import { complainantValues } from './notice-values.ts';
import type { Speech } from './speech.ts';
import { writeMessage } from './write-message.ts';

/** A message to an address that a provider called dead is not sent, but shown. */
const DEAD_ADDRESS = 'address bounced before';

type Told = { readonly complaintId: string; readonly audience: Audience };

/** The messages to whoever filed the complaint, and to those whose complaints were merged into it. */
export async function tellComplainants(
  house: House,
  speech: Speech,
  rules: NoticeRulesInForce,
  facts: NoticeFacts,
  occasion: string,
): Promise<readonly Statement[]> {
  if (facts.about !== 'complaint') return [];
  const told = await whoIsTold(house, rules, facts);
  const messages = await Promise.all(told.map((one) => tellOne(house, speech, rules, facts, occasion, one)));
  return messages.flat();
}

async function whoIsTold(
  house: House,
  rules: NoticeRulesInForce,
  { notice, id }: NoticeFacts,
): Promise<readonly Told[]> {
  const own = { complaintId: id, audience: 'complainant' } as const;
  if (rules.channels(notice, 'co_complainant').length === 0) return [own];
  const where = { survivorId: id, status: 'merged' };
  const merged = await house.db.prisma.complaint.findMany({ where, select: { id: true } });
  return [
    own,
    ...merged.map(({ id: complaintId }) => ({ complaintId, audience: 'co_complainant' as const })),
  ];
}

async function tellOne(
  house: House,
  speech: Speech,
  rules: NoticeRulesInForce,
  facts: NoticeFacts,
  occasion: string,
  { complaintId, audience }: Told,
): Promise<readonly Statement[]> {
  const { notice } = facts;
  const channels = rules.channels(notice, audience).filter((one) => one !== 'in_app');
  const contact = channels.length === 0 ? null : await readContact(house.db, complaintId, house.keyring);
  if (contact === null) return [];
  if (!LEGAL_NOTICES.includes(notice) && (await hasOptedOut(house, complaintId))) return [];
  const about = await readAbout(house, complaintId, contact.locale);
  if (about === null) return [];
  const locale = contact.locale === 'en' ? 'en' : 'zh-CN';
  const values = complainantValues(house, speech, facts, { complaintId, ...about }, locale);
  const statements: Statement[] = [];
  for (const channel of channels) {
    const recipient = addressOf(contact, channel);
    if (recipient === '') continue;
    const addressed = {
      id: house.newId(),
      occasion: occasionOf(occasion, channel, audience, complaintId),
      ...{ complaintId, staffId: null, audience, channel, locale, recipient, createdAt: house.now() },
    };
    const message = writeMessage(rules, notice, addressed, 'complainant', values, about.category);
    if (message !== null) statements.push(await queue(house, rules, message));
  }
  return statements;
}

async function queue(house: House, rules: NoticeRulesInForce, message: NewMessage): Promise<Statement> {
  const { channel, recipient, template } = message;
  if ((await bouncedSince(house.db, channel, recipient, house.keyring)) !== null)
    return keepUnsent(message, house.keyring, DEAD_ADDRESS);
  const now = house.now();
  // Whoever files at night is awake.
  const isAtOnce = channel === 'email' || template === 'receipt';
  const delay = isAtOnce ? 0 : (millisOf(afterQuiet(now, rules.quiet)) - millisOf(now)) / 1000;
  return queueMessage(message, house.keyring, delay);
}

async function hasOptedOut({ db }: House, complaintId: string): Promise<boolean> {
  return (await db.prisma.noticeOptOut.count({ where: { complaintId } })) > 0;
}

async function readAbout({ db }: House, id: string, locale: string) {
  const select = { trackingNumber: true, title: true, category: true } as const;
  const row = await db.prisma.complaint.findUnique({ where: { id }, select });
  if (row === null) return null;
  const known =
    row.category === null ? null : await db.prisma.category.findUnique({ where: { code: row.category } });
  const categoryName = (locale === 'en' ? known?.nameEn : known?.name) ?? '';
  return { ...row, category: row.category ?? '', categoryName };
}

function addressOf({ email, phone }: Contact, channel: MessageChannel): string {
  return channel === 'email' ? email : phone;
}

/** Mail to the complainant is known by the event alone, as it always was. */
function occasionOf(
  occasion: string,
  channel: MessageChannel,
  audience: Audience,
  complaintId: string,
): string {
  if (audience === 'co_complainant') return `${occasion}:${channel}:${complaintId}`;
  return channel === 'email' ? occasion : `${occasion}:${channel}`;
}
