import { createHash } from 'node:crypto';
import { loadBulletin } from '@bihuan/db';
import { figureValue, type FigureKey, type MonthSnapshot } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { verifyAudit } from '../operations/verify-audit.ts';
import { readInbox } from '../complaint/read-inbox.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { approveBulletin } from './approve-bulletin.ts';
import { archiveBulletin } from './archive-bulletin.ts';
import { draftBulletin, draftDueBulletin } from './draft-bulletin.ts';
import { draftSpecialReport } from './draft-special-report.ts';
import { editBulletin } from './edit-bulletin.ts';
import { listBulletins } from './list-bulletins.ts';
import { makeBulletinPaper } from './make-bulletin-paper.ts';
import { noteCorrection } from './note-correction.ts';
import { listPublicBulletins, readPublicBulletin, readPublicPaper } from './public-bulletins.ts';
import { publishBulletin } from './publish-bulletin.ts';
import { readBulletin } from './read-bulletin.ts';
import { readBulletinRows } from './read-bulletin-rows.ts';
import { recountBulletin } from './recount-bulletin.ts';
import { sendBackBulletin } from './send-back-bulletin.ts';

let house: TestHouse;
let cast: Cast;
let answered: { readonly complaintId: string; readonly itemId: string };
let bulletinId: string;

/** October 2026: one complaint answered as solved, one item still open and late, one complaint just accepted. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  answered = await anAnsweredComplaint(house, cast);
  await anAssignedItem(house, cast);
  await anAcceptedComplaint(house, cast, { channel: 'phone' });
});
afterAll(() => house.drop());

const snapshotOf = async (id: string) => (await loadBulletin(house.db, id))?.state.snapshot as MonthSnapshot;
const value = (snapshot: MonthSnapshot, key: FigureKey) => figureValue(snapshot.figures, key);

describe('the clock', () => {
  it('drafts nothing before the first working day after the month', async () => {
    house.at('2026-11-01T01:00:00.000Z');
    expect(await draftDueBulletin(house)).toBeNull();
  });

  it('drafts once, however often and however many run', async () => {
    house.at('2026-11-02T01:00:00.000Z');
    const drafted = await Promise.all([
      draftDueBulletin(house),
      draftDueBulletin(house),
      draftDueBulletin(house),
    ]);
    expect(drafted.filter((month) => month === '2026-10')).toHaveLength(1);
    expect(await draftDueBulletin(house)).toBeNull();
    const rows = await house.db.prisma.bulletin.findMany();
    expect(rows).toMatchObject([{ month: '2026-10', status: 'draft', number: null }]);
    bulletinId = rows[0]?.id ?? '';
  });
});

describe('the draft', () => {
  it('tells the month in figures, each with its rows', async () => {
    const snapshot = await snapshotOf(bulletinId);
    expect({
      filed: value(snapshot, 'filed'),
      byPhone: value(snapshot, 'filed_phone'),
      answered: value(snapshot, 'answered'),
      valid: value(snapshot, 'calls_valid'),
      struckOff: value(snapshot, 'items_struck_off'),
      open: value(snapshot, 'items_open'),
      late: value(snapshot, 'items_late'),
    }).toEqual({ filed: 3, byPhone: 1, answered: 1, valid: 1, struckOff: 1, open: 1, late: 1 });
    for (const figure of snapshot.figures) expect(figure.rows).toHaveLength(figure.value);
    const { rows } = taken(
      await readBulletinRows(house, cast.triage, { ref: '2026-10', key: 'items_struck_off' }),
    );
    expect(rows).toMatchObject([{ about: 'item', id: answered.itemId }]);
    const approvals = snapshot.departments.find(({ departmentId }) => departmentId === cast.approvals);
    expect(approvals).toMatchObject({ name: '行政审批局', band: 'small_sample' });
    expect(snapshot.strikeOffs).toMatchObject([{ category: 'business', isOnTime: true }]);
  });

  it('counts to the same again, even after more was written', async () => {
    await house.db.prisma.department.updateMany({ where: { code: 'D03' }, data: { name: '城市管理局' } });
    await anAcceptedComplaint(house, cast);
    expect(taken(await recountBulletin(house, cast.auditor, { bulletinId }))).toEqual({ differing: [] });
  });

  it('takes texts with variables, never a figure typed by hand', async () => {
    const typed = { bulletinId, cards: '本月发出黄牌5张。', title: '' };
    expect(await editBulletin(house, cast.triage, typed)).toMatchObject({
      kind: 'bad_input',
      fields: { cards: 'figure_typed', title: 'required' },
    });
    expect(await editBulletin(house, cast.triage, { bulletinId, opening: '{telephone}' })).toMatchObject({
      fields: { opening: 'unknown_variable' },
    });
    taken(await editBulletin(house, cast.triage, { bulletinId, cards: '本月发出黄牌{yellow_cards}张。' }));
    const view = taken(await readBulletin(house, cast.triage, { ref: '2026-10' }));
    expect(view.sections.find(({ key }) => key === 'cards')?.paragraphs).toEqual(['本月发出黄牌0张。']);
    expect(view.title).toBe('关于2026年10月“办不成事”诉求办理和督查督办情况的通报');
  });

  it('is for nobody else: not the department, not the public', async () => {
    expect(refusalOf(await readBulletin(house, cast.officer, { ref: '2026-10' }))).toBe('not_found');
    expect(refusalOf(await readPublicBulletin(house, { month: '2026-10' }))).toBe('not_found');
    expect(refusalOf(await readPublicPaper(house, { month: '2026-10' }))).toBe('not_found');
    expect(taken(await listBulletins(house, cast.officer)).monthly).toEqual([]);
    expect(await listPublicBulletins(house)).toEqual([]);
  });
});

describe('approval and publication', () => {
  it('needs a second person, who may send it back', async () => {
    expect(refusalOf(await approveBulletin(house, cast.triage, { bulletinId }))).toBe(
      'approved_by_its_writer',
    );
    expect(refusalOf(await publishBulletin(house, cast.leader, { bulletinId }))).toBe(
      'illegal_bulletin_step',
    );
    const waits = async (who: Cast['leader']) =>
      taken(await readInbox(house, who)).some(({ kind }) => kind === 'bulletins_to_approve');
    expect([await waits(cast.leader), await waits(cast.triage), await waits(cast.officer)]).toEqual([
      ...[true, false, false],
    ]);
    taken(await approveBulletin(house, cast.leader, { bulletinId }));
    expect(await waits(cast.leader)).toBe(false);
    expect(refusalOf(await editBulletin(house, cast.triage, { bulletinId, opening: '改' }))).toBe(
      'illegal_bulletin_step',
    );
    taken(await sendBackBulletin(house, cast.leader, { bulletinId, reason: '写明下一步' }));
    taken(await editBulletin(house, cast.triage, { bulletinId, next_steps: '本周内逐项过堂。' }));
    expect(taken(await approveBulletin(house, cast.secondTriage, { bulletinId })).status).toBe('approved');
  });

  it('freezes the paper: the same bytes from then on, under the hash of the chain', async () => {
    house.at('2026-11-03T02:00:00.000Z');
    taken(await publishBulletin(house, cast.triage, { bulletinId }));
    const paper = taken(await makeBulletinPaper(house, cast.triage, { ref: '2026-10' }));
    house.at('2026-11-20T02:00:00.000Z');
    const published = taken(await readPublicPaper(house, { month: '2026-10' }));
    const sha256 = createHash('sha256').update(published.bytes).digest('hex');
    expect(Buffer.from(published.bytes).equals(Buffer.from(paper.bytes))).toBe(true);
    const view = taken(await readPublicBulletin(house, { month: '2026-10' }));
    expect(view).toMatchObject({ number: '开督通〔2026〕1号', documentHash: sha256 });
    expect(taken(await readBulletin(house, cast.triage, { ref: '2026-10' })).isIntact).toBe(true);
    await expect(house.db.prisma.bulletinPaper.updateMany({ data: { sha256: '' } })).rejects.toThrow();
  });

  it('shows the public numbers without the cases behind them', async () => {
    const view = taken(await readPublicBulletin(house, { month: '2026-10' }));
    const said = JSON.stringify(view);
    const snapshot = await snapshotOf(bulletinId);
    for (const { rows } of snapshot.figures)
      for (const { id, number, about } of rows) {
        expect(said).not.toContain(id);
        if (about === 'complaint') expect(said).not.toContain(number);
      }
    expect(view.figures.find(({ key }) => key === 'filed')).toEqual({ key: 'filed', value: 3 });
  });

  it('changes no more; what is wrong is told in the next one', async () => {
    expect(refusalOf(await sendBackBulletin(house, cast.leader, { bulletinId, reason: '重写' }))).toBe(
      'illegal_bulletin_step',
    );
    const correction = { bulletinId, key: 'visits', is: '2', note: '两次现场核查补录' };
    taken(await noteCorrection(house, cast.triage, correction));
    expect(
      refusalOf(await noteCorrection(house, cast.triage, { ...correction, key: 'filed', is: '3' })),
    ).toBe('nothing_to_correct');
    expect(taken(await archiveBulletin(house, cast.triage, { bulletinId })).status).toBe('archived');
    house.at('2026-12-01T01:00:00.000Z');
    const next = taken(await draftBulletin(house, cast.triage, { month: '2026-11' }));
    expect((await snapshotOf(next.bulletinId)).corrections).toEqual([
      { month: '2026-10', key: 'visits', was: 0, is: 2, note: '两次现场核查补录' },
    ]);
    expect(taken(await recountBulletin(house, cast.triage, { bulletinId }))).toEqual({ differing: [] });
  });
});

it('refuses a month that is not over, that has one, or that is none', async () => {
  const draft = (month: string) => draftBulletin(house, cast.triage, { month });
  expect(await draft('2026-12')).toMatchObject({ fields: { month: 'out_of_range' } });
  expect(await draft('2026-13')).toMatchObject({ fields: { month: 'malformed' } });
  expect(refusalOf(await draft('2026-10'))).toBe('bulletin_exists');
  expect(refusalOf(await draftBulletin(house, cast.officer, { month: '2026-09' }))).toBe('not_found');
});

describe('a special report', () => {
  it('goes the same way, and never to the portal', async () => {
    const item = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: answered.itemId } });
    const ask = { number: item.number, occasion: 'sensitive' };
    const { bulletinId: id } = taken(await draftSpecialReport(house, cast.triage, ask));
    const view = taken(await readBulletin(house, cast.triage, { ref: id }));
    expect(view.title).toBe(`关于${item.number}号督办事项有关情况的专报`);
    expect(view.values).toMatchObject({ lead_department: '行政审批局', complaints: '1', late_days: '—' });
    taken(await approveBulletin(house, cast.leader, { bulletinId: id }));
    taken(await publishBulletin(house, cast.leader, { bulletinId: id }));
    expect((await listPublicBulletins(house)).map(({ month }) => month)).toEqual(['2026-10']);
    expect(refusalOf(await readBulletin(house, cast.officer, { ref: id }))).toBe('not_found');
    expect(taken(await listBulletins(house, cast.leader)).special).toMatchObject([
      { number: '开督专报〔2026〕1号' },
    ]);
  });

  it('is about an item there is', async () => {
    expect(
      await draftSpecialReport(house, cast.triage, { number: 'DB-2026-ZZZZZZ', occasion: 'urgent' }),
    ).toMatchObject({ fields: { number: 'unknown_number' } });
  });
});

it('leaves whole chains and rows that the events fold to', async () => {
  const { chains, replay } = await verifyAudit(house);
  expect(chains.faults).toEqual([]);
  expect(replay?.differences).toEqual([]);
});
