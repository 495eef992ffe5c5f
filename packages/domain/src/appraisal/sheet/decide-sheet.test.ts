import { describe, expect, it, test } from 'vitest';
import { ROLES } from '../../people/actor.ts';
import {
  anObjectedSheet,
  appraisalAdmin,
  aSheet,
  aStaffMember,
  calendar2026,
  LATE_LINE,
  LEAD,
  leader,
  leadHead,
  leadOfficer,
  secondAppraisalAdmin,
  strangeHead,
} from '../../testing/index.ts';
import type { Actor, Role } from '../../people/actor.ts';
import type { LastPlace } from '../last-place.ts';
import { SHEET_STATUSES, type SheetLife } from './sheet-life.ts';
import {
  decideSheet,
  openSheet,
  SHEET_COMMANDS,
  type SheetCommand,
  type SheetCommandType,
  type SheetContext,
} from './decide-sheet.ts';
import { evolveSheet } from './evolve-sheet.ts';
import { scoreSheetCorrection } from './score-sheet-correction.ts';

/** Every state × every command, by somebody who may, in time; an objection to one line waits while it is provisional. */
const TABLE = `
                     provisional decided published frozen restating restated
object                    +         -        -       -        -        -
uphold                    +         -        -       -        -        -
dismiss                   +         -        -       -        -        -
close_objections          +         -        -       -        -        -
publish                   -         +        +       -        -        -
freeze                    -         -        +       -        -        -
propose_last_place        -         +        +       +        -        +
drop_last_place           -         +        +       +        -        +
sign_last_place           -         +        +       +        -        +
correct_line              -         -        -       +        -        +
propose_restatement       -         -        -       +        !        +
drop_restatement          -         -        -       -        +        -
sign_restatement          -         -        -       -        +        -
`;

const object: SheetCommand = {
  type: 'object',
  objectionId: 'objection-2',
  departmentId: LEAD,
  account: 'satisfaction',
  line: null,
  grounds: '样本里混入了其他部门的件。',
};
const uphold: SheetCommand = {
  type: 'uphold',
  objectionId: 'objection-1',
  reason: '停机属实。',
  centipoints: null,
  isReversed: false,
};

/** The lead department and another are last of four with the same score. */
const TIED: LastPlace = {
  ...{ groupId: 'A', ranked: 4, outcome: 'tied' },
  departmentIds: [LEAD, 'cooperating-department'],
};

/** The sheet in a state that knows last places, with one that waits for its second signature. */
function withProposal(sheet: SheetLife, over: Partial<LastPlace> = {}): SheetLife {
  const { type: _, ...proposed } = COMMANDS.propose_last_place[1] as Extract<
    SheetCommand,
    { type: 'propose_last_place' }
  >;
  const { groupId, departmentIds, outcome } = { ...TIED, ...over };
  const { zeroIds, reason } = proposed;
  const lastPlace = { groupId, departmentIds, outcome, zeroIds, reason, signed: null };
  const made = { proposedAt: '2026-10-16T01:00:00.000Z', proposedBy: appraisalAdmin.staffId };
  return { ...sheet, lastPlaces: [{ ...lastPlace, ...made }] };
}

const COMMANDS: Readonly<Record<SheetCommandType, readonly [Actor, SheetCommand, string]>> = {
  object: [leadHead, object, 'SheetObjected'],
  uphold: [leader, uphold, 'SheetObjectionUpheld'],
  dismiss: [
    leader,
    { type: 'dismiss', objectionId: 'objection-1', reason: '当日已恢复。' },
    'SheetObjectionDismissed',
  ],
  close_objections: [appraisalAdmin, { type: 'close_objections' }, 'SheetDecided'],
  publish: [appraisalAdmin, { type: 'publish', contentHash: 'another' }, 'SheetPublished'],
  freeze: [appraisalAdmin, { type: 'freeze', contentHash: 'first' }, 'SheetFrozen'],
  propose_last_place: [
    appraisalAdmin,
    { type: 'propose_last_place', place: TIED, zeroIds: [LEAD], reason: '按上季度得分。' },
    'LastPlaceProposed',
  ],
  drop_last_place: [
    leader,
    { type: 'drop_last_place', groupId: 'A', reason: '再核实。' },
    'LastPlaceDropped',
  ],
  sign_last_place: [leader, { type: 'sign_last_place', groupId: 'A', place: TIED }, 'LastPlaceSigned'],
  correct_line: [
    appraisalAdmin,
    { type: 'correct_line', line: LATE_LINE, reason: '重复记分。' },
    'SheetLineCorrected',
  ],
  propose_restatement: [
    appraisalAdmin,
    { type: 'propose_restatement', reason: '黄牌撤销。', contentHash: 'third' },
    'RestatementProposed',
  ],
  drop_restatement: [leader, { type: 'drop_restatement', reason: '再核实。' }, 'RestatementDropped'],
  sign_restatement: [leader, { type: 'sign_restatement', contentHash: 'second' }, 'SheetRestated'],
};

const IN_TIME: SheetContext = {
  actor: leadHead,
  now: '2026-10-15T10:00:00.000Z',
  policyVersion: 'scoring-1',
  tookPart: ['inspector-of-inspection-unit'],
};
const LATER: SheetContext = { ...IN_TIME, now: '2026-10-16T01:00:00.000Z' };
const refusal = (code: string, data?: object) => ({
  ok: false,
  refusal: data ? { code, data } : { code },
});

const rows = TABLE.trim().split('\n').slice(1);
const cases = rows.flatMap((row) => {
  const [command = '', ...marks] = row.trim().split(/\s+/);
  return marks.map(
    (mark, index) => [command as SheetCommandType, SHEET_STATUSES[index] ?? '', mark] as const,
  );
});

test('the table names every command and every state', () => {
  expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual([...SHEET_COMMANDS]);
  expect(TABLE.trim().split('\n')[0]?.trim().split(/\s+/)).toEqual([...SHEET_STATUSES]);
});

test.each(cases)('%s in state %s: %s', (type, status, mark) => {
  const [actor, command, event] = COMMANDS[type];
  const isRuling = type === 'uphold' || type === 'dismiss';
  const bare = isRuling && status === 'provisional' ? anObjectedSheet() : aSheet(status as never);
  const state = type === 'sign_last_place' || type === 'drop_last_place' ? withProposal(bare) : bare;
  const context = { ...(type === 'close_objections' ? LATER : IN_TIME), actor };
  const decision = decideSheet(state, command, context);
  if (mark === '+') expect(decision).toMatchObject({ ok: true, events: [{ type: event }] });
  else if (mark === '!') expect(decision).toEqual(refusal('sheet_restatement_open'));
  else expect(decision).toEqual(refusal('illegal_sheet_step', { status, command: type }));
});

/** Which roles may give which command, whatever the state is. */
const MAY: Readonly<Record<SheetCommandType, readonly Role[]>> = {
  object: ['department_head'],
  uphold: ['appraisal_admin', 'leader'],
  dismiss: ['appraisal_admin', 'leader'],
  close_objections: ['appraisal_admin'],
  publish: ['appraisal_admin'],
  freeze: ['appraisal_admin'],
  propose_last_place: ['appraisal_admin'],
  drop_last_place: ['appraisal_admin', 'leader'],
  sign_last_place: ['appraisal_admin', 'leader'],
  correct_line: ['appraisal_admin'],
  propose_restatement: ['appraisal_admin'],
  drop_restatement: ['appraisal_admin', 'leader'],
  sign_restatement: ['appraisal_admin', 'leader'],
};

test.each(SHEET_COMMANDS.flatMap((type) => ROLES.map((role) => [role, type] as const)))(
  'authority: %s and %s',
  (role, type) => {
    const actor = aStaffMember(role, 'some-department', 'somebody');
    const decision = decideSheet(aSheet('provisional'), COMMANDS[type][1], { ...IN_TIME, actor });
    const isRefused = !decision.ok && decision.refusal.code === 'not_authorised';
    expect(isRefused).toBe(!MAY[type].includes(role));
  },
);

test('nothing is done by the clock or by a complainant', () => {
  for (const type of SHEET_COMMANDS)
    expect(
      decideSheet(aSheet('provisional'), COMMANDS[type][1], { ...IN_TIME, actor: { kind: 'system' } }),
    ).toEqual(refusal('not_authorised'));
});

describe('opening', () => {
  const command = { id: 'sheet-1', period: '2026-Q3', lastDay: '2026-09-30', contentHash: 'abc' };
  const context = {
    actor: appraisalAdmin,
    calendar: calendar2026,
    policy: { version: 'scoring-1', sheetObjectionDays: 5 },
  };

  it('lets departments object for five working days, the make-up Saturday among them', () => {
    const decision = openSheet(command, { ...context, now: '2026-10-08T01:00:00.000Z' });
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'SheetOpened', period: '2026-Q3', objectUntil: '2026-10-14' }],
    });
  });

  it('waits until the period is over, and is for the appraisal admin', () => {
    expect(openSheet(command, { ...context, now: '2026-09-30T10:00:00.000Z' })).toEqual(
      refusal('sheet_period_running', { until: '2026-09-30' }),
    );
    expect(openSheet(command, { ...context, actor: leader, now: '2026-10-08T01:00:00.000Z' })).toEqual(
      refusal('not_authorised'),
    );
  });
});

describe('objections', () => {
  const toLine = (line: Partial<typeof LATE_LINE>): SheetCommand => ({
    type: 'object',
    objectionId: 'objection-2',
    departmentId: LEAD,
    account: 'supervision',
    line: { ...LATE_LINE, ...line },
    grounds: '不应扣分。',
  });

  it('are for the head of that department alone', () => {
    const provisional = aSheet('provisional');
    expect(decideSheet(provisional, toLine({}), { ...IN_TIME, actor: strangeHead })).toEqual(
      refusal('sheet_other_department'),
    );
    expect(decideSheet(provisional, toLine({ departmentId: 'another' }), IN_TIME)).toEqual(
      refusal('sheet_other_department'),
    );
    expect(decideSheet(provisional, toLine({}), { ...IN_TIME, actor: leadOfficer })).toEqual(
      refusal('not_authorised'),
    );
  });

  it('end with the last day of the window, in Shanghai', () => {
    const provisional = aSheet('provisional');
    expect(
      decideSheet(provisional, toLine({}), { ...IN_TIME, now: '2026-10-15T15:59:59.000Z' }),
    ).toMatchObject({ ok: true });
    expect(decideSheet(provisional, toLine({}), { ...IN_TIME, now: '2026-10-15T16:00:00.000Z' })).toEqual(
      refusal('sheet_objection_over', { until: '2026-10-15' }),
    );
  });

  it('are made once for a line, even after it was ruled on', () => {
    const objected = anObjectedSheet();
    expect(decideSheet(objected, toLine({}), IN_TIME)).toEqual(refusal('sheet_objected_already'));
    const dismissed = decideSheet(objected, COMMANDS.dismiss[1], { ...IN_TIME, actor: leader });
    if (!dismissed.ok) throw new Error('dismissed');
    const ruled = dismissed.events.reduce(evolveSheet, objected);
    expect(decideSheet(ruled, toLine({}), IN_TIME)).toEqual(refusal('sheet_objected_already'));
    expect(decideSheet(ruled, toLine({ lineId: 'line-2' }), IN_TIME)).toMatchObject({ ok: true });
  });

  it('need a line that costs points and was not given back', () => {
    const provisional = aSheet('provisional');
    expect(decideSheet(provisional, toLine({ centipoints: 1_00 }), IN_TIME)).toEqual(
      refusal('sheet_line_costs_nothing'),
    );
    expect(decideSheet(provisional, toLine({ isReversed: true }), IN_TIME)).toEqual(
      refusal('sheet_line_reversed_already'),
    );
  });

  it('to a card are made at the card as long as it may be revoked', () => {
    const open = toLine({ isCardOpen: true });
    expect(decideSheet(aSheet('provisional'), open, IN_TIME)).toEqual(refusal('sheet_card_open'));
  });
});

describe('rulings', () => {
  const rule = (command: SheetCommand, context: Partial<SheetContext>) =>
    decideSheet(anObjectedSheet(), command, { ...IN_TIME, actor: leader, ...context });

  it('give the line back by a new one', () => {
    const decision = rule(uphold, {});
    expect(decision).toMatchObject({
      events: [{ correction: { departmentId: LEAD, centipoints: 2_00, reverses: 'line-1' } }],
    });
    if (!decision.ok) throw new Error('upheld');
    expect(decision.events.flatMap((event) => scoreSheetCorrection(event, '2026-Q3'))).toEqual([
      {
        departmentId: LEAD,
        period: '2026-Q3',
        account: 'supervision',
        rule: 'objection_upheld',
        centipoints: 200,
        policyVersion: 'scoring-1',
        arithmetic: {},
        ordinal: null,
      },
    ]);
  });

  it('are not for who took part, for who stands in for them, or for the department', () => {
    for (const command of [uphold, COMMANDS.dismiss[1]]) {
      expect(rule(command, { tookPart: [leader.staffId] })).toEqual(refusal('sheet_took_part'));
      const standIn = { staffId: 'inspector-of-inspection-unit', ownDepartmentId: 'elsewhere' };
      expect(rule(command, { actor: { ...leader, standsInFor: standIn } })).toEqual(
        refusal('sheet_took_part'),
      );
      expect(rule(command, { actor: aStaffMember('leader', LEAD) })).toEqual(
        refusal('sheet_decider_concerned'),
      );
      const lent = { staffId: 'x', ownDepartmentId: LEAD };
      expect(rule(command, { actor: { ...leader, standsInFor: lent } })).toEqual(
        refusal('sheet_decider_concerned'),
      );
    }
  });

  it('come once', () => {
    const ruled = { type: 'dismiss', objectionId: 'no-such', reason: '无。' } as const;
    expect(rule(ruled, {})).toEqual(refusal('sheet_objection_ruled'));
  });

  it('stand where the line was given back since, and enter nothing more', () => {
    const decision = rule({ ...uphold, isReversed: true }, {});
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'SheetObjectionUpheld', correction: null }],
    });
    if (!decision.ok) throw new Error('upheld');
    expect(decision.events.flatMap((event) => scoreSheetCorrection(event, '2026-Q3'))).toEqual([]);
    const after = decision.events.reduce(evolveSheet, anObjectedSheet());
    expect(after.objections[0]?.ruling).toMatchObject({ isUpheld: true, correction: null });
  });

  it('on an account name what it gets back, up to five points, as an adjustment', () => {
    const decision = decideSheet(aSheet('provisional'), object, IN_TIME);
    if (!decision.ok) throw new Error('objected');
    const objected = decision.events.reduce(evolveSheet, aSheet('provisional'));
    const given = (centipoints: number | null) =>
      decideSheet(
        objected,
        { ...uphold, objectionId: 'objection-2', centipoints },
        { ...IN_TIME, actor: leader },
      );
    for (const nothing of [null, 0, -1_00, 5_01])
      expect(given(nothing)).toEqual(refusal('sheet_correction_gives_nothing'));
    expect(given(1_50)).toMatchObject({
      events: [{ correction: { account: 'adjustment', centipoints: 150, reverses: null } }],
    });
  });
});

describe('after the window', () => {
  it('closes only when the window is over and every objection has its ruling', () => {
    const close = COMMANDS.close_objections[1];
    expect(decideSheet(aSheet('provisional'), close, { ...IN_TIME, actor: appraisalAdmin })).toEqual(
      refusal('sheet_window_open', { until: '2026-10-15' }),
    );
    expect(decideSheet(anObjectedSheet(), close, { ...LATER, actor: appraisalAdmin })).toEqual(
      refusal('sheet_objections_open', { count: 1 }),
    );
  });

  it('freezes what was published and nothing else; publishes again only what changed', () => {
    const context = { ...LATER, actor: appraisalAdmin };
    const published = aSheet('published');
    expect(decideSheet(published, { type: 'freeze', contentHash: 'other' }, context)).toEqual(
      refusal('sheet_changed_since_published'),
    );
    expect(decideSheet(published, { type: 'publish', contentHash: 'first' }, context)).toEqual(
      refusal('sheet_unchanged'),
    );
    expect(decideSheet(published, { type: 'publish', contentHash: 'other' }, context)).toMatchObject({
      events: [{ edition: 2 }],
    });
  });
});

describe('restatement', () => {
  const context = { ...LATER, actor: appraisalAdmin };

  it('needs a difference and no other restatement under way', () => {
    const propose = (contentHash: string): SheetCommand => ({
      type: 'propose_restatement',
      reason: '更正。',
      contentHash,
    });
    expect(decideSheet(aSheet('frozen'), propose('first'), context)).toEqual(
      refusal('sheet_nothing_to_restate'),
    );
    expect(decideSheet(aSheet('restated'), propose('second'), context)).toEqual(
      refusal('sheet_nothing_to_restate'),
    );
    expect(decideSheet(aSheet('restating'), propose('third'), context)).toEqual(
      refusal('sheet_restatement_open'),
    );
  });

  it('is signed by another person, over the same content', () => {
    const sign: SheetCommand = { type: 'sign_restatement', contentHash: 'second' };
    const restating = aSheet('restating');
    expect(decideSheet(restating, sign, context)).toEqual(refusal('sheet_same_signer'));
    const standIn = { staffId: appraisalAdmin.staffId, ownDepartmentId: 'appraisal-unit' };
    expect(
      decideSheet(restating, sign, {
        ...context,
        actor: { ...secondAppraisalAdmin, standsInFor: standIn },
      }),
    ).toEqual(refusal('sheet_same_signer'));
    const second = { ...context, actor: secondAppraisalAdmin };
    expect(decideSheet(restating, { ...sign, contentHash: 'third' }, second)).toEqual(
      refusal('sheet_changed_since_proposed'),
    );
    expect(decideSheet(restating, sign, second)).toMatchObject({
      events: [{ type: 'SheetRestated', edition: 2, contentHash: 'second' }],
    });
  });

  it('goes back to what it was when it is dropped', () => {
    const dropped = { type: 'RestatementDropped', at: LATER.now, by: 'x', reason: '' } as const;
    expect(evolveSheet(aSheet('restating'), dropped)).toEqual(aSheet('frozen'));
    const again = evolveSheet(aSheet('restated'), {
      type: 'RestatementProposed',
      at: LATER.now,
      by: 'x',
      reason: '',
      contentHash: 'third',
    });
    expect(evolveSheet(again, dropped)).toEqual(aSheet('restated'));
  });

  it('gives back a line of a frozen sheet once', () => {
    const correct = (isReversed: boolean): SheetCommand => ({
      type: 'correct_line',
      line: { ...LATE_LINE, isReversed },
      reason: '重复记分。',
    });
    expect(decideSheet(aSheet('frozen'), correct(true), context)).toEqual(
      refusal('sheet_line_reversed_already'),
    );
    expect(decideSheet(aSheet('frozen'), correct(false), context)).toMatchObject({
      events: [{ correction: { reverses: 'line-1', centipoints: 200 } }],
    });
  });
});

describe('last place', () => {
  const decided = aSheet('decided');
  const by = (actor: Actor): SheetContext => ({ ...LATER, actor });
  const propose = (place: LastPlace | null, zeroIds: readonly string[] = [LEAD]): SheetCommand => ({
    ...{ type: 'propose_last_place', place, zeroIds },
    reason: '两部门得分相同，上季度得分较低的取消。',
  });
  const sign = (place: LastPlace | null = TIED): SheetCommand => ({
    ...{ type: 'sign_last_place', groupId: 'A', place },
  });

  it('at a tie goes to a person, who says who loses the pay and why', () => {
    expect(decideSheet(decided, propose(TIED, [LEAD, 'somebody-else']), by(appraisalAdmin))).toMatchObject({
      events: [{ zeroIds: [LEAD], departmentIds: [LEAD, 'cooperating-department'], outcome: 'tied' }],
    });
    expect(decideSheet(decided, propose(TIED, []), by(appraisalAdmin))).toMatchObject({
      events: [{ zeroIds: [] }],
    });
  });

  it('of one department alone, on a sample, is not for a person to spare', () => {
    const alone: LastPlace = { ...TIED, departmentIds: [LEAD], outcome: 'zero' };
    expect(decideSheet(decided, propose(alone, []), by(appraisalAdmin))).toMatchObject({
      events: [{ zeroIds: [LEAD] }],
    });
  });

  it('takes two people, none of a department that is last', () => {
    const waiting = withProposal(decided);
    expect(decideSheet(waiting, sign(), by(appraisalAdmin))).toEqual(refusal('sheet_same_signer'));
    const standIn = {
      ...secondAppraisalAdmin,
      standsInFor: { staffId: appraisalAdmin.staffId, ownDepartmentId: 'x' },
    };
    expect(decideSheet(waiting, sign(), by(standIn))).toEqual(refusal('sheet_same_signer'));
    expect(decideSheet(waiting, sign(), by(aStaffMember('leader', LEAD)))).toEqual(
      refusal('last_place_concerned'),
    );
    expect(decideSheet(decided, propose(TIED), by(aStaffMember('appraisal_admin', LEAD)))).toEqual(
      refusal('last_place_concerned'),
    );
    const signed = decideSheet(waiting, sign(), by(secondAppraisalAdmin));
    if (!signed.ok) throw new Error('signed');
    const after = signed.events.reduce(evolveSheet, waiting);
    expect(after.lastPlaces).toMatchObject([
      { groupId: 'A', zeroIds: [LEAD], signed: { by: secondAppraisalAdmin.staffId } },
    ]);
    expect(decideSheet(after, sign(), by(leader))).toEqual(refusal('last_place_not_proposed'));
  });

  it('is signed only for those who are last still', () => {
    const waiting = withProposal(decided);
    expect(decideSheet(waiting, sign(null), by(leader))).toEqual(refusal('last_place_changed'));
    expect(decideSheet(waiting, sign({ ...TIED, departmentIds: [LEAD] }), by(leader))).toEqual(
      refusal('last_place_changed'),
    );
    expect(decideSheet(decided, propose(null), by(appraisalAdmin))).toEqual(refusal('last_place_nobody'));
  });

  it('keeps what was signed until another ruling on the group is signed', () => {
    const signed = evolveSheet(withProposal(decided), {
      type: 'LastPlaceSigned',
      at: LATER.now,
      by: 'b',
      groupId: 'A',
    });
    const again = decideSheet(signed, propose(TIED, []), by(appraisalAdmin));
    if (!again.ok) throw new Error('proposed');
    const waiting = again.events.reduce(evolveSheet, signed);
    expect(waiting.lastPlaces.map(({ zeroIds, signed }) => [zeroIds, signed !== null])).toEqual([
      [[LEAD], true],
      [[], false],
    ]);
    const dropped = evolveSheet(waiting, {
      type: 'LastPlaceDropped',
      at: LATER.now,
      by: 'b',
      groupId: 'A',
      reason: '',
    });
    expect(dropped.lastPlaces).toEqual(signed.lastPlaces);
    const ruled = evolveSheet(waiting, { type: 'LastPlaceSigned', at: LATER.now, by: 'b', groupId: 'A' });
    expect(ruled.lastPlaces).toMatchObject([{ zeroIds: [] }]);
  });

  it.each([
    ['decided', { type: 'publish', contentHash: 'another', undecided: 2 }],
    ['published', { type: 'freeze', contentHash: 'first', undecided: 2 }],
    ['frozen', { type: 'propose_restatement', reason: '黄牌撤销。', contentHash: 'third', undecided: 2 }],
  ] as const)('is settled before a %s sheet goes on', (status, command) => {
    expect(decideSheet(aSheet(status), command, by(appraisalAdmin))).toEqual(
      refusal('last_place_undecided', { count: 2 }),
    );
    expect(decideSheet(aSheet(status), { ...command, undecided: 0 }, by(appraisalAdmin)).ok).toBe(true);
  });
});
