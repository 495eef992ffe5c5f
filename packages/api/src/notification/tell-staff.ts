import { insertNotice, queueMessage, staffToTell, type StaffToTell, type Statement } from '@bihuan/db';
import {
  audiencesOf,
  DUTY_NOTICES,
  fillOpen,
  isComplainant,
  type Audience,
  type NoticeLocale,
  type Role,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeRulesInForce } from './notice-rules-in-force.ts';
import { staffValues } from './notice-values.ts';
import type { Speech } from './speech.ts';
import { staffWithSubstitutes } from './substitutes-of.ts';
import { writeMessage } from './write-message.ts';

const ROLE_OF: Readonly<Partial<Record<Audience, Role>>> = {
  lead_officer: 'department_officer',
  lead_head: 'department_head',
  cooperating_officer: 'department_officer',
  cooperating_head: 'department_head',
  triage: 'triage_admin',
  inspector: 'inspector',
  assessor: 'assessor',
  clerk: 'clerk',
  leader: 'leader',
  appraisal: 'appraisal_admin',
};

/**
 * The lines for the bells of the staff, and the messages to those who want them; of who is away their substitute is told too.
 * Nobody is told of what they did.
 */
export async function tellStaff(
  house: House,
  { speech, adminUrl }: { readonly speech: Speech; readonly adminUrl: string },
  rules: NoticeRulesInForce,
  facts: NoticeFacts,
  occasion: string,
): Promise<readonly Statement[]> {
  const { notice } = facts;
  if (facts.named !== null) return tellNamed(facts.named);
  return (await meant(house, rules, facts)).flatMap(({ person, audience }) => tell(person, audience));

  /** Whom it was taken to is told in the bell in any case, whatever the rules say of the channels beside it, unless it told them. */
  async function tellNamed({ staffIds, audience }: NonNullable<NoticeFacts['named']>) {
    const named = await staffToTell(house.db, { roles: [], named: staffIds }, house.keyring);
    const heard = facts.heard === null ? [] : await meant(house, rules, facts.heard);
    return named.flatMap((person) => {
      const isHeard = facts.heard !== null && hasHeard(person, heard, rules, facts.heard);
      const told = tell(person, audience, isHeard);
      return isHeard || rules.channels(notice, audience).includes('in_app') ? told : [bell(person), ...told];
    });
  }

  function tell(person: StaffToTell, audience: Audience, isHeard = false): readonly Statement[] {
    const statements: Statement[] = [];
    for (const channel of rules.channels(notice, audience)) {
      if (channel === 'in_app') {
        const isMuted = person.choice.muted.includes(notice) && !DUTY_NOTICES.includes(notice);
        if (!isMuted && !isHeard) statements.push(bell(person));
        continue;
      }
      const recipient = channel === 'email' ? person.choice.email : person.choice.phone;
      // Who wants one mail a day gets it from the digest.
      if (recipient === '' || person.choice.mode !== 'each') continue;
      const { id: staffId, locale } = person;
      const addressed = {
        id: house.newId(),
        occasion: `${occasion}:${channel}:${staffId}`,
        ...{ complaintId: facts.about === 'complaint' ? facts.id : null, staffId, audience, channel },
        ...{ locale, recipient, createdAt: house.now() },
      };
      const values = staffValues(speech, facts, adminUrl, locale);
      const message = writeMessage(rules, notice, addressed, 'staff', values);
      if (message !== null) statements.push(queueMessage(message, house.keyring));
    }
    return statements;
  }

  function bell({ id: staffId }: StaffToTell): Statement {
    return insertNotice({
      id: house.newId(),
      ...{ staffId, occasion, event: notice, about: facts.about, aboutId: facts.id },
      text: line('zh-CN'),
      textEn: line('en'),
      createdAt: house.now(),
    });
  }

  function line(locale: NoticeLocale): string {
    const template = rules.template({ event: notice, to: 'staff', kind: 'in_app', locale, category: '' });
    return template === null ? '' : fillOpen(template.body, staffValues(speech, facts, adminUrl, locale));
  }
}

type Meant = { readonly person: StaffToTell; readonly audience: Audience };

/** Whom the rules mean by an event, each as the first audience they belong to. */
async function meant(house: House, rules: NoticeRulesInForce, facts: NoticeFacts): Promise<readonly Meant[]> {
  const audiences = audiencesOf(facts.notice).filter(
    (one) => !isComplainant(one) && rules.channels(facts.notice, one).length > 0,
  );
  if (audiences.length === 0) return [];
  const roles = audiences.flatMap((audience) => ROLE_OF[audience] ?? []);
  const people = await staffWithSubstitutes(house, [...new Set(roles)], facts.memberIds);
  return people
    .filter(({ person }) => person.id !== facts.actorId)
    .flatMap(({ person, inPlaceOf }) => {
      const audience = audiences.find(
        (one) =>
          inPlaceOf.some((each) => isAmong(each, one, facts) && !isBarred(each, facts)) &&
          isIndependent(person, one, facts) &&
          !isBarred(person, facts),
      );
      return audience === undefined ? [] : [{ person, audience }];
    });
}

/** Whether the bell has told somebody already. */
function hasHeard(
  { id, choice }: StaffToTell,
  heard: readonly Meant[],
  rules: NoticeRulesInForce,
  { notice }: NoticeFacts,
): boolean {
  const told = heard.find(({ person }) => person.id === id);
  const isMuted = choice.muted.includes(notice) && !DUTY_NOTICES.includes(notice);
  return told !== undefined && !isMuted && rules.channels(notice, told.audience).includes('in_app');
}

function isAmong({ id, roles, departmentId }: StaffToTell, audience: Audience, facts: NoticeFacts): boolean {
  // On the team of an inspection there may be people of any role.
  if (facts.about === 'inspection' && audience === 'inspector') return facts.memberIds.includes(id);
  const role = ROLE_OF[audience];
  if (role === undefined || !roles.includes(role)) return false;
  switch (audience) {
    case 'lead_officer':
    case 'lead_head':
      return departmentId === facts.leadDepartmentId || facts.concernedIds.includes(departmentId);
    case 'cooperating_officer':
    case 'cooperating_head':
      return facts.cooperatingDepartmentIds.includes(departmentId);
    case 'inspector':
      return id === facts.inspectorId;
    case 'assessor':
      return isIndependent({ departmentId }, audience, facts);
    default:
      return true;
  }
}

/** Who gave the first signature does not give the second in anybody's place, nor does anybody in theirs; no department signs for itself. */
function isBarred(
  { id, departmentId }: Pick<StaffToTell, 'id' | 'departmentId'>,
  { barred }: NoticeFacts,
): boolean {
  return barred.staffIds.includes(id) || barred.departmentIds.includes(departmentId);
}

/** Nobody corroborates for their own department, nor in another's place while being of it. */
function isIndependent(
  { departmentId }: Pick<StaffToTell, 'departmentId'>,
  audience: Audience,
  facts: NoticeFacts,
): boolean {
  if (audience !== 'assessor') return true;
  return ![facts.leadDepartmentId, ...facts.cooperatingDepartmentIds].includes(departmentId);
}
