import {
  countUnread,
  forgetNotices,
  insertNotice,
  itemsInNeed,
  queueMessage,
  readSetting,
  saveChange,
  saveSetting,
  type ItemInNeed,
  type StaffToTell,
  type Statement,
} from '@bihuan/db';
import {
  addDays,
  AUDIENCES,
  fillOpen,
  isOfficeOpen,
  localDateOf,
  millisOf,
  NO_OPEN_VALUES,
  ROLES,
  workingDaysLeft,
  type Audience,
  type NoticeChannel,
  type NoticeLocale,
  type OpenValues,
  type Role,
  type WorkingCalendar,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import type { Announcer } from './announce-event.ts';
import { noticeRulesOf, type NoticeRulesInForce } from './notice-rules-in-force.ts';
import { staffWithSubstitutes, type ToldPerson } from './substitutes-of.ts';
import { writeMessage } from './write-message.ts';

/** Items due within so many working days are reminded of. */
const SOON = 1;
const MOST_NAMED = 10;
const KEEP_DAYS = 180;

const AUDIENCES_OF = {
  department_officer: ['lead_officer', 'cooperating_officer'],
  department_head: ['lead_head', 'cooperating_head'],
  triage_admin: ['triage'],
  inspector: ['inspector'],
  assessor: ['assessor'],
  clerk: ['clerk'],
  leader: ['leader'],
} as const satisfies Readonly<Record<string, readonly Audience[]>>;

/**
 * Reminds everybody once on each working day, in office hours, of what is late or about to be, in one line of the bell and,
 * where they want it, one mail. Nobody with nothing to be reminded of hears anything. Returns how many were reminded; null
 * where it was done already or the office is closed.
 */
export async function sendDigests(house: House, { adminUrl }: Announcer): Promise<number | null> {
  const [now, rules, calendar] = [house.now(), await noticeRulesOf(house), await calendarOf(house)];
  if (!isOfficeOpen(now, rules.office, calendar)) return null;
  const today = localDateOf(now);
  const done = (await readSetting(house.db, 'digest')) as { date?: string } | null;
  if (done?.date === today) return null;
  const items = await itemsInNeed(house.db, addDays(today, 14));
  const people = await staffWithSubstitutes(house, ROLES);
  let reminded = 0;
  for (const told of people) {
    const statements = await remind(house, { told, items, rules, calendar, adminUrl });
    if (statements.length === 0) continue;
    await saveChange(house.db, { statements });
    reminded += 1;
  }
  await forgetNotices(house.db, new Date(millisOf(now) - KEEP_DAYS * 86_400_000).toISOString());
  await saveSetting(house.db, 'digest', { date: today });
  return reminded;
}

type Reminding = {
  readonly told: ToldPerson;
  readonly items: readonly ItemInNeed[];
  readonly rules: NoticeRulesInForce;
  readonly calendar: WorkingCalendar;
  readonly adminUrl: string;
};

async function remind(
  house: House,
  { told: { person, inPlaceOf }, items, rules, calendar, adminUrl }: Reminding,
): Promise<readonly Statement[]> {
  const channels = channelsOfRoles(
    rules,
    inPlaceOf.flatMap(({ roles }) => roles),
  );
  if (channels.length === 0) return [];
  const now = house.now();
  const own = items
    .filter((item) => inPlaceOf.some((each) => isOf(each, item)))
    .map(({ number, dueOn, isProvisional }) => {
      const due = { date: dueOn, half: 'pm', provisional: isProvisional } as const;
      return { number, left: workingDaysLeft(due, now, calendar) };
    })
    .filter(({ left }) => left <= SOON);
  const unread = await countUnread(house.db, person.id, 99);
  const wantsMail = channels.includes('email') && person.choice.email !== '' && person.choice.mode !== 'none';
  // Unread lines alone are no reason to ring, but they are what a daily mail is for.
  if (own.length === 0 && !(wantsMail && person.choice.mode === 'digest' && unread > 0)) return [];
  const late = own.filter(({ left }) => left < 0).length;
  const values = (locale: NoticeLocale): OpenValues => ({
    ...NO_OPEN_VALUES,
    late_count: String(late),
    soon_count: String(own.length - late),
    unread_count: unread > 99 ? '99+' : String(unread),
    item_numbers: own
      .slice(0, MOST_NAMED)
      .map(({ number }) => number)
      .join(locale === 'en' ? ', ' : '、'),
    item_url: adminUrl === '' ? '' : new URL('/inbox', adminUrl).href,
  });
  const occasion = `digest:${localDateOf(now)}`;
  const statements: Statement[] = [];
  if (channels.includes('in_app') && own.length > 0) {
    const line = (locale: NoticeLocale) =>
      fillOpen(
        rules.template({ event: 'digest', to: 'staff', kind: 'in_app', locale, category: '' })?.body ?? '',
        values(locale),
      );
    statements.push(
      insertNotice({
        ...{ id: house.newId(), staffId: person.id, occasion, event: 'digest', about: 'none', aboutId: null },
        ...{ text: line('zh-CN'), textEn: line('en'), createdAt: now },
      }),
    );
  }
  if (wantsMail) {
    const addressed = {
      ...{ id: house.newId(), occasion: `${occasion}:${person.id}`, complaintId: null, staffId: person.id },
      ...({ audience: 'digest', channel: 'email', locale: person.locale, createdAt: now } as const),
      recipient: person.choice.email,
    };
    const message = writeMessage(rules, 'digest', addressed, 'staff', values(person.locale));
    if (message !== null) statements.push(queueMessage(message, house.keyring));
  }
  return statements;
}

/** Whose turn it is: departments with their own items, whoever verifies with what they verify. */
function isOf({ id, departmentId, roles }: StaffToTell, item: ItemInNeed): boolean {
  if (item.inspectorId !== null) return item.inspectorId === id;
  const isOfDepartment = roles.includes('department_officer') || roles.includes('department_head');
  return isOfDepartment && item.departmentIds.includes(departmentId);
}

function channelsOfRoles(rules: NoticeRulesInForce, roles: readonly Role[]): readonly NoticeChannel[] {
  const own = roles.flatMap((role): readonly Audience[] =>
    role in AUDIENCES_OF ? AUDIENCES_OF[role as keyof typeof AUDIENCES_OF] : [],
  );
  const audiences = AUDIENCES.filter((one) => own.includes(one));
  return [...new Set(audiences.flatMap((one) => rules.channels('digest', one)))];
}
