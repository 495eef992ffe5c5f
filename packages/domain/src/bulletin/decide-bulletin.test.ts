import { describe, expect, it, test } from 'vitest';
import { BrokenStream } from '../broken-stream.ts';
import { aBulletin, bulletinHistory } from '../testing/a-bulletin.ts';
import { inspector, leader, leadHead, secondTriageAdmin, triageAdmin } from '../testing/people.ts';
import { BULLETIN_STATUSES, type BulletinStatus } from './bulletin.ts';
import {
  BULLETIN_COMMANDS,
  decideBulletin,
  lawfulBulletinCommands,
  type BulletinCommand,
  type BulletinCommandType,
} from './decide-bulletin.ts';
import { evolveBulletin, foldBulletin } from './evolve-bulletin.ts';

const now = '2026-11-03T01:00:00.000Z';
const COMMANDS: Readonly<Record<BulletinCommandType, BulletinCommand>> = {
  edit_texts: { type: 'edit_texts', texts: { opening: '改过。' } },
  approve: { type: 'approve', number: '开督通〔2026〕1号', contentHash: 'c0ffee' },
  send_back: { type: 'send_back', reason: '重写第二部分。' },
  publish: { type: 'publish', contentHash: 'c0ffee', documentHash: 'd0c' },
  archive: { type: 'archive' },
  note_correction: { type: 'note_correction', key: 'filed', is: 13, note: '补录一件。' },
};

const TABLE: Readonly<Record<BulletinStatus, Partial<Record<BulletinCommandType, string>>>> = {
  draft: { edit_texts: 'BulletinTextsEdited', approve: 'BulletinApproved' },
  approved: { send_back: 'BulletinSentBack', publish: 'BulletinPublished' },
  published: { archive: 'BulletinArchived', note_correction: 'BulletinCorrectionNoted' },
  archived: { note_correction: 'BulletinCorrectionNoted' },
};

describe('state table', () => {
  for (const status of BULLETIN_STATUSES)
    for (const type of BULLETIN_COMMANDS)
      test(`${status} × ${type}`, () => {
        const decision = decideBulletin(aBulletin(status), COMMANDS[type], { actor: secondTriageAdmin, now });
        const event = TABLE[status][type];
        if (event === undefined)
          expect(decision).toEqual({ ok: false, refusal: { code: 'illegal_bulletin_step' } });
        else expect(decision).toMatchObject({ ok: true, events: [{ type: event, at: now }] });
      });

  it('is what the lawful commands say, for a person who wrote nothing in it', () => {
    for (const status of BULLETIN_STATUSES)
      expect(lawfulBulletinCommands(aBulletin(status), secondTriageAdmin)).toEqual(
        BULLETIN_COMMANDS.filter((type) => type in TABLE[status]),
      );
  });
});

describe('authority', () => {
  it('lets nobody approve what they wrote in, themselves or by a stand-in', () => {
    const standIn = {
      ...secondTriageAdmin,
      standsInFor: { staffId: triageAdmin.staffId, ownDepartmentId: 'x' },
    };
    for (const actor of [triageAdmin, standIn]) {
      const decision = decideBulletin(aBulletin('draft'), COMMANDS.approve, { actor, now });
      expect(decision).toEqual({ ok: false, refusal: { code: 'approved_by_its_writer' } });
      expect(lawfulBulletinCommands(aBulletin('draft'), actor)).toEqual(['edit_texts']);
    }
  });

  it('lets a leader approve, send back, publish and archive, not write', () => {
    expect(lawfulBulletinCommands(aBulletin('draft'), leader)).toEqual(['approve']);
    expect(lawfulBulletinCommands(aBulletin('approved'), leader)).toEqual(['send_back', 'publish']);
    expect(lawfulBulletinCommands(aBulletin('published'), leader)).toEqual(['archive']);
  });

  it.each([inspector, leadHead, { kind: 'system' } as const])('refuses everything to %o', (actor) => {
    for (const command of Object.values(COMMANDS))
      expect(decideBulletin(aBulletin('draft'), command, { actor, now })).toEqual({
        ok: false,
        refusal: { code: 'not_authorised' },
      });
  });
});

it('keeps no event where no text changed', () => {
  const texts = { opening: '现将有关情况通报如下。' };
  const decision = decideBulletin(
    aBulletin('draft'),
    { type: 'edit_texts', texts },
    { actor: triageAdmin, now },
  );
  expect(decision).toEqual({ ok: true, events: [] });
});

it('publishes only what was approved', () => {
  const command = { type: 'publish', contentHash: 'other', documentHash: 'd0c' } as const;
  expect(decideBulletin(aBulletin('approved'), command, { actor: leader, now })).toEqual({
    ok: false,
    refusal: { code: 'bulletin_changed_since' },
  });
});

it('notes no correction that changes nothing', () => {
  const command = { type: 'note_correction', key: 'filed', is: 12, note: '' } as const;
  expect(decideBulletin(aBulletin('published'), command, { actor: triageAdmin, now })).toEqual({
    ok: false,
    refusal: { code: 'nothing_to_correct' },
  });
});

describe('evolveBulletin', () => {
  it('goes back to a draft without its number when sent back', () => {
    const sentBack = { type: 'BulletinSentBack', at: now, by: 'x', reason: '重写。' } as const;
    const state = evolveBulletin(aBulletin('approved'), sentBack);
    expect(state).toMatchObject({
      status: 'draft',
      sentBack: '重写。',
      texts: { next_steps: '请各部门抓紧办理。' },
    });
    expect(state).not.toHaveProperty('number');
  });

  it('leaves the snapshot of a published one alone', () => {
    const noted = {
      type: 'BulletinCorrectionNoted',
      at: now,
      by: 'x',
      key: 'filed',
      is: 13,
      note: '',
    } as const;
    const before = aBulletin('published');
    expect(evolveBulletin(before, noted).snapshot).toBe(before.snapshot);
  });

  it('breaks on events that cannot follow each other', () => {
    const [, edited] = bulletinHistory('draft');
    expect(() => foldBulletin(edited === undefined ? [] : [edited])).toThrow(BrokenStream);
    for (const event of bulletinHistory('archived').slice(1, 4))
      expect(() => evolveBulletin(aBulletin('archived'), event)).toThrow(BrokenStream);
  });
});
