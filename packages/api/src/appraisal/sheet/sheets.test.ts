import {
  readSnapshot,
  replayRows,
  saveChange,
  sheetHash,
  verifyChains,
  type NewScoreEntry,
} from '@bihuan/db';
import { diffSheets, type Actor } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInbox } from '../../complaint/read-inbox.ts';
import { listNotices } from '../../notification/list-notices.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { sweepDeadlines } from '../../operations/sweep-deadlines.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { routeComplaint } from '../../supervision/route-complaint.ts';
import { anAcceptedComplaint, aRoute, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { composePeriod } from '../compose-period.ts';
import { periodIsFrozen } from '../period-frozen.ts';
import { readLedgerLine } from '../read-ledger-line.ts';
import { readScoreSheet } from '../read-score-sheet.ts';
import { closeObjections } from './close-objections.ts';
import { correctLine } from './correct-line.ts';
import { freezeSheet } from './freeze-sheet.ts';
import { listPeriods } from './list-periods.ts';
import { objectToSheet } from './object-to-sheet.ts';
import { openPeriodSheet } from './open-sheet.ts';
import { publishSheet } from './publish-sheet.ts';
import { publishedPeriods, readPublishedSheet } from './published-sheets.ts';
import { lateLines, readPeriodSheet } from './read-period-sheet.ts';
import { readRestatement } from './read-restatement.ts';
import { readObjectionable, readSheetNotice } from './read-sheet-notice.ts';
import { dropRestatement, proposeRestatement, signRestatement } from './restate-sheet.ts';
import { ruleOnObjection } from './rule-on-objection.ts';

const period = '2026-Q3';
const reason = '经核对办理记录，情况属实。';

let house: TestHouse;
let cast: Cast;
let second: Actor;

/** In September an item of approvals went late and further late: −2.00, −1.00 and −1.00. Today is the first working day after the quarter. */
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  house.at('2026-09-01T01:00:00.000Z');
  const complaintId = await anAcceptedComplaint(house, cast);
  const route = aRoute(cast, complaintId);
  const measures = route.measures.map((measure) => ({ ...measure, dueOn: '2026-09-04' }));
  taken(await routeComplaint(house, cast.triage, { ...route, measures }));
  house.at('2026-09-21T01:00:00.000Z');
  await sweepDeadlines(house);
  const staffId = house.newId();
  const { departmentId } = cast.appraisalAdmin;
  await house.db.prisma.staff.create({
    data: {
      ...{ id: staffId, login: 'appraisal-2', name: 'appraisal-2', passwordHash: '', departmentId },
      ...{ roles: ['appraisal_admin'], createdAt: house.now() },
    },
  });
  second = { kind: 'staff', staffId, departmentId, roles: ['appraisal_admin'] };
  house.at('2026-10-08T01:00:00.000Z');
});
afterEach(() => house.drop());

const lines = () => house.db.prisma.scoreEntry.findMany({ where: { period }, orderBy: { at: 'asc' } });
const lineId = async (rule: string) => (await lines()).find((line) => line.rule === rule)?.id ?? '';
const open = () => openPeriodSheet(house, cast.appraisalAdmin, { period });
const object = (actor: Actor, about: string, departmentId = cast.approvals) =>
  objectToSheet(house, actor, { period, departmentId, about, grounds: '九月上旬系统停机，无法提交。' });
const view = async (actor: Actor = cast.appraisalAdmin) =>
  taken(await readPeriodSheet(house, actor, { period }));
const composite = async () =>
  (await composePeriod(house, period)).departments.find(({ code }) => code === 'D01')?.composite;
const ruling = async (how: 'uphold' | 'dismiss', nth = 0) => ({
  ...{ period, ruling: how, reason },
  objectionId: (await view()).objections[nth]?.id,
});

async function frozen() {
  taken(await open());
  house.at('2026-10-16T01:00:00.000Z');
  taken(await closeObjections(house, cast.appraisalAdmin, { period }));
  taken(await publishSheet(house, cast.appraisalAdmin, { period }));
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
}

describe('an objection', () => {
  it('is upheld by somebody who took no part, and the line given back by a new one', async () => {
    taken(await open());
    const late = await lineId('late');
    taken(await object(cast.head, late));
    expect(refusalOf(await object(cast.head, late))).toBe('sheet_objected_already');
    const before = await composite();
    // The triage admin routed the item and is no decider; as a leader they would have taken part.
    const partaker = { ...cast.triage, roles: ['leader'] } as Actor;
    expect(refusalOf(await ruleOnObjection(house, partaker, await ruling('uphold')))).toBe('sheet_took_part');
    const ofDepartment = { ...cast.leader, departmentId: cast.approvals } as Actor;
    expect(refusalOf(await ruleOnObjection(house, ofDepartment, await ruling('uphold')))).toBe(
      'sheet_decider_concerned',
    );
    taken(await ruleOnObjection(house, cast.leader, await ruling('uphold')));
    expect(refusalOf(await ruleOnObjection(house, cast.leader, await ruling('dismiss')))).toBe(
      'sheet_objection_ruled',
    );
    expect(
      (await lines()).map(({ rule, centipoints, reversalOf }) => [rule, centipoints, reversalOf]),
    ).toEqual(
      expect.arrayContaining([
        ['late', -200, null],
        ['objection_upheld', 200, late],
      ]),
    );
    // No valid callback and no indicator: the supervision account is the score.
    expect([before, await composite()]).toEqual([96_00, 98_00]);
    const given = await lineId('objection_upheld');
    expect(taken(await readLedgerLine(house, cast.head, { lineId: given }))).toMatchObject({
      cause: { of: 'sheet', type: 'SheetObjectionUpheld', by: 'leader', reason },
      line: { itemProblem: '经营范围变更多次往返' },
    });
    const sheet = taken(await readScoreSheet(house, cast.head, { departmentId: cast.approvals, period }));
    expect(sheet.lines).toHaveLength(4);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('to an account gets points back as an adjustment', async () => {
    taken(await open());
    taken(await object(cast.head, 'satisfaction'));
    const uphold = await ruling('uphold');
    expect(refusalOf(await ruleOnObjection(house, cast.leader, uphold))).toBe(
      'sheet_correction_gives_nothing',
    );
    taken(await ruleOnObjection(house, cast.leader, { ...uphold, points: '1.5' }));
    expect((await composePeriod(house, period)).departments[0]?.accounts.adjustment).toMatchObject({
      centipoints: 150,
    });
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('is for the head of that department, to its own lines, in time', async () => {
    expect(refusalOf(await object(cast.head, await lineId('late')))).toBe('not_found');
    taken(await open());
    const late = await lineId('late');
    const stranger = { ...cast.strangerOfficer, roles: ['department_head'] } as Actor;
    expect(refusalOf(await object(stranger, late))).toBe('sheet_other_department');
    expect(refusalOf(await object(stranger, late, cast.stranger))).toBe('sheet_other_department');
    expect(refusalOf(await object(cast.officer, late))).toBe('not_authorised');
    expect(refusalOf(await object(cast.clerk, late))).toBe('not_found');
    expect(await object(cast.head, house.newId())).toMatchObject({ fields: { about: 'not_a_choice' } });
    expect(taken(await readObjectionable(house, cast.head, { period }))).toMatchObject({
      objectUntil: '2026-10-14',
      lines: [{ rule: 'late' }, { rule: 'further_late' }, { rule: 'further_late' }],
    });
    expect(refusalOf(await readObjectionable(house, cast.officer, { period }))).toBe('not_found');
    house.at('2026-10-15T01:00:00.000Z');
    expect(refusalOf(await object(cast.head, late))).toBe('sheet_objection_over');
    expect(refusalOf(await readObjectionable(house, cast.head, { period }))).toBe('not_found');
  });

  it('of one department is not shown to another', async () => {
    taken(await open());
    taken(await object(cast.head, await lineId('late')));
    expect((await view(cast.head)).objections).toMatchObject([{ mayRule: null, entry: { rule: 'late' } }]);
    const others = await view(cast.strangerOfficer);
    expect(others).toMatchObject({ objections: [], sheet: { objections: [] } });
    expect(others.entries.map(({ type }) => type)).toEqual(['SheetOpened']);
    expect(taken(await listPeriods(house, cast.strangerOfficer)).periods[1]?.sheet).toMatchObject({
      objections: 0,
    });
    expect(refusalOf(await readPeriodSheet(house, cast.clerk, { period }))).toBe('not_found');
  });
});

describe('the way to a frozen sheet', () => {
  it('waits for the window and for every ruling, then publishes and freezes', async () => {
    expect(refusalOf(await openPeriodSheet(house, cast.appraisalAdmin, { period: '2026-Q4' }))).toBe(
      'sheet_period_running',
    );
    expect(refusalOf(await openPeriodSheet(house, cast.leader, { period }))).toBe('not_authorised');
    taken(await open());
    expect(refusalOf(await open())).toBe('sheet_exists');
    taken(await object(cast.head, await lineId('late')));
    const close = () => closeObjections(house, cast.appraisalAdmin, { period });
    expect(refusalOf(await close())).toBe('sheet_window_open');
    house.at('2026-10-15T01:00:00.000Z');
    expect(refusalOf(await close())).toBe('sheet_objections_open');
    expect(await publishedPeriods(house)).toEqual([]);
    taken(await ruleOnObjection(house, cast.appraisalAdmin, await ruling('dismiss')));
    taken(await close());
    expect(refusalOf(await readPublishedSheet(house, { period }))).toBe('not_found');
    taken(await publishSheet(house, cast.appraisalAdmin, { period }));
    expect(await periodIsFrozen(house, period)).toBe(false);
    expect(taken(await readPublishedSheet(house, { period }))).toMatchObject({
      edition: 1,
      departments: [{ code: 'D01', composite: 96_00 }, {}, {}],
    });
    taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
    expect(await periodIsFrozen(house, period)).toBe(true);
    expect(await periodIsFrozen(house, '2026-Q4')).toBe(false);
    expect(await view()).toMatchObject({ isIntact: true, drift: [], sheet: { status: 'frozen' } });
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('tells departments, deciders and signers, in the bell and in the inbox', async () => {
    const inbox = async (actor: Actor) =>
      taken(await readInbox(house, actor)).flatMap(({ about, kind }) => (about === 'sheet' ? [kind] : []));
    const bell = async (actor: Actor) => {
      await drainNotices(house);
      const { notices } = taken(await listNotices(house, actor, {}));
      return notices.flatMap(({ about, text }) => (about === 'sheet' ? [text] : []));
    };
    expect(await inbox(cast.appraisalAdmin)).toEqual(['sheet_steps']);
    taken(await open());
    expect(await inbox(cast.head)).toEqual(['sheets_to_object']);
    expect(await bell(cast.head)).toEqual(['2026-Q3成绩单已公示，对本部门记分有异议的，请2026-10-14提出']);
    taken(await object(cast.head, await lineId('late')));
    expect(await inbox(cast.leader)).toEqual(['sheet_objections']);
    expect(await bell(cast.leader)).toHaveLength(2);
    taken(await ruleOnObjection(house, cast.leader, await ruling('dismiss')));
    expect(await bell(cast.head)).toHaveLength(2);
    expect(await bell(cast.strangerOfficer)).toHaveLength(1);
    house.at('2026-10-15T01:00:00.000Z');
    expect(await inbox(cast.head)).toEqual([]);
    expect(await inbox(cast.appraisalAdmin)).toEqual(['sheet_steps']);
  });

  it('is published again where something came in between, and frozen only as it was published', async () => {
    taken(await open());
    house.at('2026-10-16T01:00:00.000Z');
    taken(await closeObjections(house, cast.appraisalAdmin, { period }));
    taken(await publishSheet(house, cast.appraisalAdmin, { period }));
    expect(refusalOf(await publishSheet(house, cast.appraisalAdmin, { period }))).toBe('sheet_unchanged');
    await enter();
    expect(refusalOf(await freezeSheet(house, cast.appraisalAdmin, { period }))).toBe(
      'sheet_changed_since_published',
    );
    expect(taken(await publishSheet(house, cast.appraisalAdmin, { period })).edition).toBe(2);
    taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  });

  it('has every line in the frozen sheet or after it, however many are entered meanwhile', async () => {
    taken(await open());
    house.at('2026-10-16T01:00:00.000Z');
    taken(await closeObjections(house, cast.appraisalAdmin, { period }));
    let isDone = false;
    let entered = 0;
    const writing = [1, 2].map(async () => {
      while (!isDone) {
        await enter();
        entered += 1;
      }
    });
    for (let tries = 0; tries < 50 && !(await periodIsFrozen(house, period)); tries += 1) {
      await publishSheet(house, cast.appraisalAdmin, { period });
      await freezeSheet(house, cast.appraisalAdmin, { period });
      if (tries === 3) isDone = true;
    }
    isDone = true;
    await Promise.all(writing);
    const { sheet, snapshot } = await view();
    expect(sheet.status).toBe('frozen');
    const late = await lateLines(house, period, snapshot);
    expect(entered).toBeGreaterThan(0);
    expect(snapshot.lines.length + late.length).toBe(3 + entered);
    const sum = snapshot.lines.reduce((total, { centipoints }) => total + centipoints, 0);
    expect(snapshot.sheet.departments[0]?.accounts.supervision.centipoints).toBe(100_00 + sum);
    expect(sheetHash(snapshot)).toBe(sheet.contentHash);
  });
});

describe('a restatement', () => {
  it('is a new edition with the lines that came late, signed by another person', async () => {
    await frozen();
    const propose = () =>
      proposeRestatement(house, cast.appraisalAdmin, { period, reason: '一条重复记分已冲回。' });
    expect(refusalOf(await propose())).toBe('sheet_nothing_to_restate');
    const late = await lineId('late');
    taken(await correctLine(house, cast.appraisalAdmin, { period, lineId: late, reason }));
    expect(refusalOf(await correctLine(house, cast.appraisalAdmin, { period, lineId: late, reason }))).toBe(
      'sheet_line_reversed_already',
    );
    // The frozen sheet stays as it was.
    expect(taken(await readPublishedSheet(house, { period })).departments[0]?.composite).toBe(96_00);
    expect(
      taken(await readSheetNotice(house, cast.head, { period, departmentId: cast.approvals })),
    ).toMatchObject({ status: 'frozen', lateLines: 1 });
    taken(await propose());
    expect(refusalOf(await propose())).toBe('sheet_restatement_open');
    const sign = (actor: Actor) => signRestatement(house, actor, { period });
    expect(refusalOf(await sign(cast.appraisalAdmin))).toBe('sheet_same_signer');
    expect(refusalOf(await sign(cast.auditor))).toBe('not_authorised');
    expect(taken(await readRestatement(house, cast.leader, { period }))).toMatchObject({
      before: 1,
      after: null,
      departments: [{ composite: { before: 96_00, after: 98_00 }, added: [{ rule: 'line_corrected' }] }],
    });
    taken(await sign(second));
    expect(refusalOf(await sign(cast.leader))).toBe('illegal_sheet_step');
    expect(taken(await readPublishedSheet(house, { period }))).toMatchObject({
      edition: 2,
      restatements: [{ edition: 2, reason: '一条重复记分已冲回。' }],
      departments: [{ composite: 98_00 }, {}, {}],
    });
    const diff = taken(await readRestatement(house, cast.head, { period, edition: 2 }));
    const { id } = (await view()).sheet;
    const [was, is] = await Promise.all([readSnapshot(house.db, id, 1), readSnapshot(house.db, id, 2)]);
    if (was === null || is === null) throw new Error('an edition is missing');
    const whole = diffSheets(
      { departments: was.sheet.departments, lines: was.lines },
      { departments: is.sheet.departments, lines: is.lines },
    );
    expect(diff.departments).toMatchObject(
      whole.filter(({ departmentId }) => departmentId === cast.approvals),
    );
    expect(diff).toMatchObject({ proposedBy: 'appraisal', signedBy: 'appraisal-2' });
    expect(
      taken(await readRestatement(house, cast.strangerOfficer, { period, edition: 2 })).departments,
    ).toEqual(
      whole.filter(({ departmentId }) => departmentId === cast.stranger).map(() => expect.anything()),
    );
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('is sent back, and proposed again where something came in between', async () => {
    await frozen();
    taken(await correctLine(house, cast.appraisalAdmin, { period, lineId: await lineId('late'), reason }));
    taken(await proposeRestatement(house, cast.appraisalAdmin, { period, reason }));
    await enter();
    expect(refusalOf(await signRestatement(house, cast.leader, { period }))).toBe(
      'sheet_changed_since_proposed',
    );
    taken(await dropRestatement(house, cast.leader, { period, reason: '又有新的记分。' }));
    expect((await view()).sheet.status).toBe('frozen');
    taken(await proposeRestatement(house, cast.appraisalAdmin, { period, reason }));
    taken(await signRestatement(house, cast.leader, { period }));
  });

  it('keeps what every edition said for good', async () => {
    await frozen();
    await expect(house.db.pool.query(`UPDATE period_sheet_snapshot SET sha256 = 'x'`)).rejects.toThrow();
    await expect(house.db.pool.query('DELETE FROM period_sheet_snapshot')).rejects.toThrow();
  });
});

/** Enters a line for approvals as a late event would. */
async function enter(): Promise<void> {
  const entries: readonly NewScoreEntry[] = [
    {
      ...{ id: house.newId(), at: house.now(), streamId: house.newId(), eventVersion: 1 },
      ...{ departmentId: cast.approvals, period, account: 'supervision', rule: 'late', centipoints: -1 },
      ...{ policyVersion: 'scoring-1', arithmetic: {}, ordinal: null, actor: { kind: 'system' } },
    },
  ];
  const saved = await saveChange(house.db, { statements: [], entries });
  expect(saved.ok).toBe(true);
}
