import { readContact, readStream } from '@bihuan/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { theComplainant } from '../../complaint/testing/answered.ts';
import { openMessage } from '../../notification/open-message.ts';
import { drainMessages } from '../../notification/testing/drain-notices.ts';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import {
  anAcceptedComplaint,
  anItemBeingVerified,
  refusalOf,
  taken,
} from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { askContactChange } from './ask-contact-change.ts';
import { confirmContactChange } from './confirm-contact-change.ts';
import { readContactChanges } from './read-contact-changes.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const WORDS = {
  locale: 'zh-CN',
  subject: '验证码',
  mail: '您的验证码是{code}。',
  sms: '验证码{code}，请勿告诉他人。',
} as const;
const OLD = { phone: '13800138000', email: 'old@example.com' };

const ask = (
  actor: Parameters<typeof askContactChange>[1],
  complaintId: string,
  field: string,
  value: string,
) => askContactChange(house, actor, { complaintId, field, value }, WORDS);
const confirm = (
  actor: Parameters<typeof askContactChange>[1],
  complaintId: string,
  field: string,
  code: string,
) => confirmContactChange(house, actor, { complaintId, field, code });
const contactOf = (complaintId: string) => readContact(house.db, complaintId, house.keyring);

/** What the newest message with a code says; sealed where it is kept, so read as its recipient would. */
async function codeSent(): Promise<{ readonly to: string; readonly code: string; readonly id: string }> {
  const row = await house.db.prisma.message.findFirstOrThrow({
    where: { template: 'contact_code' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const open = (field: 'recipient' | 'body') =>
    house.keyring.open(row[field], `message:${field}:${row.occasion}`, row.keyId);
  return { to: open('recipient'), code: /\d{6}/.exec(open('body'))?.[0] ?? '', id: row.id };
}

describe('a new phone number', () => {
  it('counts once its code came back, and the record says only that it was corrected', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, OLD);
    const person = theComplainant(complaintId);
    taken(await ask(person, complaintId, 'phone', '139 0000 1234'));
    expect(await contactOf(complaintId)).toMatchObject(OLD);
    expect(taken(await readContactChanges(house, person, { complaintId }))).toEqual([
      {
        field: 'phone',
        kept: '138****8000',
        waiting: { value: '139****1234', expiresAt: '2026-10-12T01:30:00.000Z' },
      },
      { field: 'email', kept: 'o***@example.com', waiting: null },
    ]);
    const { to, code } = await codeSent();
    expect(to).toBe('139 0000 1234');
    expect(
      taken(await confirm(person, complaintId, 'phone', ` ${code.slice(0, 3)} ${code.slice(3)}`)),
    ).toEqual({
      field: 'phone',
    });
    expect(await contactOf(complaintId)).toMatchObject({ phone: '139 0000 1234', email: OLD.email });
    const stream = await readStream(house.db, complaintId);
    expect(stream.at(-1)).toMatchObject({ type: 'ContactCorrected', data: { field: 'phone' } });
    expect(JSON.stringify(stream)).not.toMatch(/139 ?0000|13800138000/);
    const [change] = await house.db.prisma.contactChange.findMany();
    expect(change).toMatchObject({ status: 'confirmed', value: null });
    expect(refusalOf(await confirm(person, complaintId, 'phone', code))).toBe('contact_code_gone');
    const { chains, replay } = await verifyAudit(house, { isChainsOnly: false });
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
  });

  it('falls away after five wrong codes, when its time is over, or when another is asked for', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, OLD);
    const person = theComplainant(complaintId);
    taken(await ask(person, complaintId, 'phone', '13900001234'));
    const first = await codeSent();
    const wrong = first.code === '000000' ? '111111' : '000000';
    expect(await confirm(person, complaintId, 'phone', wrong)).toMatchObject({
      refusal: { code: 'contact_code_wrong', data: { left: 4 } },
    });
    for (let more = 0; more < 4; more += 1) await confirm(person, complaintId, 'phone', wrong);
    expect(refusalOf(await confirm(person, complaintId, 'phone', first.code))).toBe('contact_code_gone');

    house.at('2026-10-12T01:01:00.000Z');
    taken(await ask(person, complaintId, 'phone', '13900001235'));
    const second = await codeSent();
    house.at('2026-10-12T01:31:00.000Z');
    expect(refusalOf(await confirm(person, complaintId, 'phone', second.code))).toBe('contact_code_gone');

    taken(await ask(person, complaintId, 'phone', '13900001236'));
    const third = await codeSent();
    house.at('2026-10-12T01:32:00.000Z');
    taken(await ask(person, complaintId, 'phone', '13900001237'));
    const fourth = await codeSent();
    if (third.code !== fourth.code)
      expect(refusalOf(await confirm(person, complaintId, 'phone', third.code))).toBe('contact_code_wrong');
    taken(await confirm(person, complaintId, 'phone', fourth.code));
    expect((await contactOf(complaintId))?.phone).toBe('13900001237');
  });

  it('is asked for a few times a day, and to one number fewer still', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, OLD);
    const person = theComplainant(complaintId);
    for (const last of ['1', '2', '3', '4', '5'])
      taken(await ask(person, complaintId, 'phone', `1390000000${last}`));
    expect(refusalOf(await ask(person, complaintId, 'phone', '13900000006'))).toBe('too_many_tries');
    const others = [];
    for (let more = 0; more < 4; more += 1) {
      const id = await anAcceptedComplaint(house, cast, { ...OLD, title: `另一件事${more}没有办成` });
      others.push(await ask(theComplainant(id), id, 'phone', '13711112222'));
    }
    expect(others.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  });

  it('has to be one that a code can reach, another one, and none that is masked', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, OLD);
    const person = theComplainant(complaintId);
    const bad = async (field: string, value: string) => {
      const result = await ask(person, complaintId, field, value);
      return result.ok ? null : result.kind === 'bad_input' ? result.fields : result.refusal.code;
    };
    expect(await bad('phone', '0731-88887777')).toEqual({ value: 'phone_malformed' });
    expect(await bad('phone', '139****1234')).toEqual({ value: 'masked_value' });
    expect(await bad('email', 'nobody')).toEqual({ value: 'email_malformed' });
    expect(await bad('email', '')).toEqual({ value: 'required' });
    expect(await bad('name', '某某')).toEqual({ field: 'not_a_choice' });
    expect(await bad('phone', OLD.phone)).toBe('contact_unchanged');
    expect(await house.db.prisma.message.count({ where: { template: 'contact_code' } })).toBe(0);
  });
});

describe('the window', () => {
  it('corrects it with the person at the desk, and makes somebody reachable who was not', async () => {
    const none = { channel: 'walk_in', phone: '', email: '', openness: 'anonymous', name: '' };
    const complaintId = await anAcceptedComplaint(house, cast, none);
    taken(await ask(cast.clerk, complaintId, 'email', 'new@example.com'));
    const { code } = await codeSent();
    taken(await confirm(cast.clerk, complaintId, 'email', code));
    expect((await contactOf(complaintId))?.email).toBe('new@example.com');
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
    expect(row.isReachable).toBe(true);
    const last = (await readStream(house.db, complaintId)).at(-1);
    expect(last?.actor).toMatchObject({ kind: 'staff', staffId: cast.clerk.staffId });
  });

  it('is the only one in the office, and not where its unit is concerned', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast, { ...OLD, channel: 'walk_in' });
    expect((await readContactChanges(house, cast.clerk, { complaintId })).ok).toBe(true);
    const concerned = { ...cast.clerk, departmentId: cast.approvals };
    const substitute = {
      ...cast.clerk,
      standsInFor: { staffId: cast.clerk.staffId, ownDepartmentId: cast.approvals },
    };
    const others = [cast.triage, cast.officer, cast.head, cast.leader, concerned, substitute];
    for (const actor of [...others, theComplainant(house.newId())]) {
      expect(refusalOf(await ask(actor, complaintId, 'phone', '13900001234'))).toBe('not_found');
      expect(refusalOf(await confirm(actor, complaintId, 'phone', '000000'))).toBe('not_found');
      expect(refusalOf(await readContactChanges(house, actor, { complaintId }))).toBe('not_found');
    }
  });

  it('does not read the code out of the outbox where it went out', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, OLD);
    taken(await ask(theComplainant(complaintId), complaintId, 'email', 'new@example.com'));
    const { id, code } = await codeSent();
    const shown = async () => taken(await openMessage(house, cast.clerk, { messageId: id })).body;
    expect(await shown()).toBe('您的验证码是••••••。');
    await drainMessages(house);
    expect(await shown()).toBe(`您的验证码是${code}。`);
  });
});
