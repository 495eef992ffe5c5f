import type { Actor, StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { anUpload } from '../../attachment/testing/an-upload.ts';
import { readInbox } from '../../complaint/read-inbox.ts';
import { listNotices } from '../../notification/list-notices.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { issueApiKey } from '../../people/api-key/issue-api-key.ts';
import type { Result } from '../../result.ts';
import { readItem } from '../../supervision/read-item.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { bringResults } from './bring-results.ts';
import { closeJury } from './close-jury.ts';
import { confirmResults } from './confirm-results.ts';
import { draftIndicator } from './draft-indicator.ts';
import { editIndicator } from './edit-indicator.ts';
import { enterResult } from './enter-result.ts';
import { freezeIndicators } from './freeze-indicators.ts';
import { giveJuryScore } from './give-jury-score.ts';
import { importResults } from './import-results.ts';
import { indicatorAccounts } from './indicator-account.ts';
import { listIndicators } from './list-indicators.ts';
import { openItemOfIndicator } from './open-item-of-indicator.ts';
import { publishIndicators } from './publish-indicators.ts';
import { readIndicator } from './read-indicator.ts';
import { retireIndicator } from './retire-indicator.ts';
import { sendBackResult } from './send-back-result.ts';
import { sendResults } from './send-results.ts';
import { withdrawIndicatorDraft } from './withdraw-indicator-draft.ts';

let house: TestHouse;
let cast: Cast;
let growthId: string;
let juryId: string;

const Q3 = { id: '2026-Q3', firstDay: '2026-07-01', lastDay: '2026-09-30' };

const definition = (given: object = {}) => ({
  ...{ year: '2026', name: '规模以上工业增加值增速', category: 'economic_development', unit: '%' },
  ...{ direction: 'up', rhythm: 'month', base: '6', target: '8', stretch: '', method: 'linear' },
  ...{ dataSource: '统计月报', origin: 'own', basis: '' },
  owners: [{ departmentId: cast.approvals, weight: '60' }],
  ...given,
});
const result = (given: object = {}) => ({
  ...{ indicatorId: growthId, month: '2026-09', value: '7.3', evidence: '统计月报第9期', ...given },
});
const fieldsOf = (answer: Result<unknown>) =>
  answer.ok || answer.kind !== 'bad_input' ? null : answer.fields;
const read = async (actor: Actor, indicatorId = growthId) =>
  taken(await readIndicator(house, actor, { indicatorId }));
const waitingOf = async (indicatorId = growthId) =>
  (await read(cast.leader, indicatorId)).results
    .filter(({ state }) => state === 'entered')
    .map(({ id }) => id);
const confirm = async (actor: StaffActor, indicatorId = growthId) =>
  confirmResults(house, actor, {
    results: (await waitingOf(indicatorId)).map((id) => `${indicatorId}:${id}`),
  });

const toConfirm = async (actor: Actor) =>
  taken(await readInbox(house, actor)).flatMap(({ about, lines }) =>
    about === 'indicator' ? lines.map(({ id }) => id) : [],
  );

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  growthId = taken(await draftIndicator(house, cast.appraisalAdmin, definition())).indicatorId;
});
afterAll(() => house.drop());

describe('drafting and publishing', () => {
  it('names each field that is wrong', async () => {
    const fields = async (given: object) =>
      fieldsOf(await draftIndicator(house, cast.appraisalAdmin, definition(given)));
    expect(await fields({ name: '', target: '' })).toEqual({ name: 'required', target: 'required' });
    expect(await fields({ target: '八' })).toEqual({ target: 'not_a_number' });
    expect(await fields({ owners: [{ departmentId: '', weight: '' }] })).toEqual({
      'owners.0.departmentId': 'required',
    });
    expect(await fields({ owners: [{ departmentId: cast.approvals, weight: '101' }] })).toEqual({
      'owners.0.weight': 'out_of_range',
    });
    expect(await fields({ owners: [{ departmentId: cast.triage.departmentId, weight: '10' }] })).toEqual({
      'owners.0.departmentId': 'unknown_department',
    });
    expect(await fields({ method: 'deduction', deductEach: '', deductPer: '0' })).toEqual({
      ...{ deductEach: 'out_of_range', deductPer: 'out_of_range' },
    });
  });

  it('refuses what cannot be scored', async () => {
    const why = async (given: object) =>
      refusalOf(await draftIndicator(house, cast.appraisalAdmin, definition(given)));
    expect(await why({ base: '9' })).toBe('indicator_values_disordered');
    expect(await why({ direction: 'down' })).toBe('indicator_values_disordered');
    expect(await why({ base: '' })).toBe('indicator_base_missing');
    expect(await why({ origin: 'task_from_above' })).toBe('indicator_basis_missing');
    expect(await why({ method: 'steps' })).toBe('indicator_steps_disordered');
    const jurorIds = [cast.inspector, cast.assessor, cast.concernedInspector].map(({ staffId }) => staffId);
    expect(await why({ method: 'jury', jurorIds })).toBe('juror_concerned');
    expect(await why({ method: 'jury', jurorIds: jurorIds.slice(0, 2) })).toBe('indicator_jury_too_small');
    expect(refusalOf(await draftIndicator(house, cast.triage, definition()))).toBe('not_authorised');
  });

  it('publishes only what weighs 100 for each department, and names the one that does not', async () => {
    const publish = () => publishIndicators(house, cast.appraisalAdmin, { year: '2026' });
    const answer = await publish();
    expect(answer).toMatchObject({
      refusal: {
        code: 'indicator_weights_wrong',
        data: { department: '行政审批局', departmentEn: 'D01', sum: 60, year: 2026 },
      },
    });
    const jurorIds = [cast.inspector, cast.thirdInspector, cast.fourthInspector, cast.assessor];
    juryId = taken(
      await draftIndicator(
        house,
        cast.appraisalAdmin,
        definition({
          ...{ name: '改革创新举措评审', category: 'comprehensive_service', method: 'jury', base: '' },
          ...{ target: '90', unit: '分', rhythm: 'quarter' },
          owners: [{ departmentId: cast.approvals, weight: '40' }],
          jurorIds: jurorIds.map(({ staffId }) => staffId),
        }),
      ),
    ).indicatorId;
    expect(taken(await publish())).toEqual({ published: 2, year: 2026 });
    expect(refusalOf(await publish())).toBe('nothing_drafted');
    expect((await read(cast.head)).status).toBe('published');
  });

  it('keeps each version and changes a published one only with a reason', async () => {
    const edit = (given: object) =>
      editIndicator(house, cast.appraisalAdmin, { indicatorId: growthId, ...definition(given) });
    expect(refusalOf(await edit({ target: '9' }))).toBe('indicator_reason_missing');
    taken(await edit({ target: '9', reason: '市级目标上调' }));
    expect(await read(cast.leader)).toMatchObject({
      definition: { target: '8' },
      draft: { definition: { target: '9' }, reason: '市级目标上调' },
    });
    expect((await read(cast.head)).draft).toBeNull();
    taken(
      await withdrawIndicatorDraft(house, cast.appraisalAdmin, { indicatorId: growthId, reason: '暂缓' }),
    );
    expect((await read(cast.leader)).draft).toBeNull();
  });

  it('shows a department its own and nobody else a thing', async () => {
    const rows = async (actor: Actor) =>
      taken(await listIndicators(house, actor, { year: '2026' })).rows.map(({ name }) => name);
    expect(await rows(cast.officer)).toHaveLength(2);
    expect(await rows(cast.strangerOfficer)).toEqual([]);
    expect(await rows(cast.inspector)).toEqual(['改革创新举措评审']);
    expect(refusalOf(await readIndicator(house, cast.strangerOfficer, { indicatorId: growthId }))).toBe(
      'not_found',
    );
    expect(refusalOf(await readIndicator(house, cast.inspector, { indicatorId: growthId }))).toBe(
      'not_found',
    );
  });
});

describe('results', () => {
  it('counts once a second person has confirmed it', async () => {
    expect(refusalOf(await enterResult(house, cast.officer, result()))).toBe('not_authorised');
    expect(refusalOf(await enterResult(house, cast.appraisalAdmin, result({ month: '2026-11' })))).toBe(
      'month_not_begun',
    );
    expect(refusalOf(await enterResult(house, cast.appraisalAdmin, result({ month: '2025-09' })))).toBe(
      'month_not_due',
    );
    taken(await enterResult(house, cast.appraisalAdmin, result()));
    const ofDepartment = { ...cast.leader, departmentId: cast.approvals };
    expect(await toConfirm(cast.leader)).toEqual([growthId]);
    for (const person of [cast.appraisalAdmin, ofDepartment, cast.triage, cast.head])
      expect(await toConfirm(person)).toEqual([]);
    expect((await indicatorAccounts(house, Q3)).has(cast.approvals)).toBe(false);
    expect(refusalOf(await confirm(cast.appraisalAdmin))).toBe('confirmed_by_its_enterer');
    expect(refusalOf(await confirm(cast.head))).toBe('not_authorised');
    expect(taken(await confirm(cast.leader))).toEqual({ confirmed: 1 });
    expect(await toConfirm(cast.leader)).toEqual([]);
    const account = (await indicatorAccounts(house, Q3)).get(cast.approvals);
    expect(account).toMatchObject({
      ...{ centipoints: 86_00, countedPercent: 60 },
      lines: [{ weightPercent: 60, resultText: '7.3 %', centipoints: 86_00, resultVersion: 1 }],
      missing: [{ name: '改革创新举措评审', weightPercent: 40 }],
    });
  });

  it('keeps what was corrected, and takes the same again for nothing new', async () => {
    expect(taken(await enterResult(house, cast.appraisalAdmin, result())).isChanged).toBe(false);
    const corrected = result({ value: '7.1', evidence: '统计月报第9期（修订）' });
    expect(refusalOf(await enterResult(house, cast.appraisalAdmin, corrected))).toBe(
      'correction_without_reason',
    );
    taken(await enterResult(house, cast.appraisalAdmin, { ...corrected, reason: '省局核定' }));
    const [waiting] = await waitingOf();
    const back = { indicatorId: growthId, resultId: waiting, reason: '核定文件未附' };
    taken(await sendBackResult(house, cast.leader, back));
    await drainNotices(house);
    const [rung] = taken(await listNotices(house, cast.appraisalAdmin, {})).notices;
    expect(rung).toMatchObject({ event: 'result_sent_back', about: 'indicator', aboutId: growthId });
    expect(taken(await listNotices(house, cast.leader, {})).notices).toEqual([]);
    expect(refusalOf(await sendBackResult(house, cast.leader, back))).toBe('result_decided');
    taken(await enterResult(house, cast.appraisalAdmin, { ...corrected, reason: '省局核定，文件已附' }));
    taken(await confirm(cast.leader));
    expect((await read(cast.leader)).results.map(({ nth, value, state }) => [nth, value, state])).toEqual([
      [3, '7.1', 'confirmed'],
      [2, '7.1', 'sent_back'],
      [1, '7.3', 'replaced'],
    ]);
    expect((await indicatorAccounts(house, Q3)).get(cast.approvals)?.lines[0]).toMatchObject({
      ...{ resultVersion: 3, centipoints: 82_00 },
    });
  });

  it('scores by jury, shows the spread, and never lets its own department', async () => {
    const score = (actor: StaffActor, points: string) =>
      giveJuryScore(house, actor, { indicatorId: juryId, month: '2026-09', points, remark: '' });
    expect(refusalOf(await enterResult(house, cast.appraisalAdmin, result({ indicatorId: juryId })))).toBe(
      'indicator_scored_by_jury',
    );
    taken(await score(cast.inspector, '91'));
    taken(await score(cast.thirdInspector, '84.5'));
    expect(refusalOf(await score(cast.concernedInspector, '99'))).toBe('not_found');
    expect(refusalOf(await score(cast.leader, '99'))).toBe('not_a_juror');
    const close = () =>
      closeJury(house, cast.appraisalAdmin, {
        indicatorId: juryId,
        month: '2026-09',
        evidence: '评审会纪要',
      });
    expect(refusalOf(await close())).toBe('jury_incomplete');
    taken(await score(cast.fourthInspector, '60'));
    taken(await score(cast.fourthInspector, '70'));
    expect((await read(cast.inspector, juryId)).jury).toMatchObject([
      { verdict: null, scores: [{ centipoints: 91_00 }] },
    ]);
    expect((await read(cast.head, juryId)).jury).toEqual([]);
    taken(await close());
    expect((await read(cast.appraisalAdmin, juryId)).jury[0]?.verdict).toEqual({
      ...{ mean: 81_83, given: 3, counted: 3, lowest: 70_00, highest: 91_00, spread: 21_00 },
      isTrimmed: false,
    });
    taken(await confirm(cast.leader, juryId));
    expect((await read(cast.head, juryId)).months[0]?.counted).toMatchObject({
      ...{ value: '81.83', centipoints: 81_83, light: 'yellow', pace: 90_92 },
    });
  });

  it('refuses what a frozen period holds', async () => {
    const at = new Date(house.now());
    const id = house.newId();
    const sheet = { id, period: '2026-Q2', status: 'frozen', edition: 1, openedAt: at, objectUntil: at };
    await house.db.prisma.periodSheetRow.create({
      data: { ...sheet, contentHash: '', version: 1, headHash: Buffer.alloc(0) },
    });
    const answer = await enterResult(house, cast.appraisalAdmin, result({ month: '2026-06' }));
    expect(answer).toMatchObject({ refusal: { code: 'month_frozen', data: { month: '2026-06' } } });
    await house.db.prisma.periodSheetRow.delete({ where: { id } });
  });
});

describe('files and programs', () => {
  const rows = async () => {
    const { number } = await read(cast.leader);
    return [
      ['指标编号', '月份', '完成值', '佐证依据', '更正理由'],
      [number, '2026年7月', '8.2', '统计月报第7期', ''],
      [number, '2026/08', '7,9', '统计月报第8期', ''],
      ['ZB-0000', '2026-08', '1', '统计月报第8期', ''],
      [number, '2026-09', '7.4', '统计月报第9期', ''],
    ];
  };

  it('looks through a file row by row and writes nothing, then takes it once', async () => {
    const bytes = Buffer.from(
      (await rows()).map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
    );
    const upload = () => anUpload([{ name: '结果.csv', bytes }]);
    expect(refusalOf(await bringResults(house, cast.leader, upload()))).toBe('not_found');
    const before = (await read(cast.leader)).version;
    const brought = taken(await bringResults(house, cast.appraisalAdmin, upload()));
    expect(brought.rows).toMatchObject([
      { line: 2, month: '2026-07', verdict: 'new' },
      { line: 3, verdict: 'refused', fields: { value: 'not_a_number' } },
      { line: 4, verdict: 'refused', fields: { indicator: 'unknown_number' } },
      { line: 5, verdict: 'refused', refusal: { code: 'correction_without_reason' } },
    ]);
    expect((await read(cast.leader)).version).toBe(before);
    const { text } = brought;
    expect(taken(await importResults(house, cast.appraisalAdmin, { text }))).toMatchObject({
      ...{ added: 1, same: 0, refused: 3 },
    });
    const after = (await read(cast.leader)).version;
    expect(taken(await importResults(house, cast.appraisalAdmin, { text }))).toMatchObject({
      ...{ added: 0, corrected: 0, same: 1, refused: 3 },
    });
    expect((await read(cast.leader)).version).toBe(after);
  });

  it('reads a workbook, and says which column is missing', async () => {
    const sheet = (await rows()).map((row) => row.map((value) => ({ value, type: String })));
    const file = await writeWorkbook(sheet).toBuffer();
    const upload = anUpload([{ name: '结果.xlsx', bytes: file }]);
    expect(taken(await bringResults(house, cast.appraisalAdmin, upload))).toMatchObject({
      same: 1,
      refused: 3,
    });
    const bad = anUpload([{ name: 'x.csv', bytes: Buffer.from('指标编号,月份\n1,2') }]);
    expect(refusalOf(await bringResults(house, cast.appraisalAdmin, bad))).toBe('file_without_column');
  });

  it('takes results of a program with the right key', async () => {
    const admin: StaffActor = { ...cast.leader, roles: ['system_admin'] };
    const keyFor = async (client: string, scopes: readonly string[]) =>
      taken(await issueApiKey(house, admin, { client, scopes, perHour: '100' })).secret;
    const { number } = await read(cast.leader);
    const results = [{ indicator: number, month: '2026-08', value: 6.5, evidence: '统计云平台' }];
    const send = async (apiKey: string, dry_run = false) =>
      sendResults(house, { apiKey, address: '127.0.0.1' }, { results, dry_run });
    expect(refusalOf(await send(''))).toBe('api_key_unknown');
    expect(refusalOf(await send(await keyFor('reader', ['read_public'])))).toBe('api_key_without_scope');
    const key = await keyFor('statistics', ['enter_results']);
    expect(taken(await send(key, true))).toMatchObject({ added: 1 });
    expect(taken(await send(key))).toMatchObject({ added: 1 });
    expect(taken(await send(key))).toMatchObject({ added: 0, same: 1 });
    expect((await read(cast.leader)).results[0]).toMatchObject({
      ...{ way: 'api', client: 'api:statistics', enteredBy: null, state: 'entered' },
    });
    expect(taken(await confirm(cast.leader))).toEqual({ confirmed: 2 });
  });
});

describe('retiring', () => {
  it('ends an indicator from a month on, keeps its results, and leaves its weight to the others', async () => {
    const retire = (given: object = {}, actor: Actor = cast.appraisalAdmin) =>
      retireIndicator(house, actor, { indicatorId: juryId, month: '2026-12', reason: '职能划转', ...given });
    expect(fieldsOf(await retire({ reason: '', month: '2026-13' }))).toEqual({
      ...{ reason: 'required', month: 'not_a_choice' },
    });
    expect(refusalOf(await retire({}, cast.leader))).toBe('not_authorised');
    expect(refusalOf(await retire({}, cast.clerk))).toBe('not_found');
    expect(refusalOf(await retire({ month: '2026-09' }))).toBe('indicator_has_later_result');
    const sheet = { id: house.newId(), period: '2026-Q4', status: 'frozen', edition: 1 };
    const at = new Date(house.now());
    await house.db.prisma.periodSheetRow.create({
      data: {
        ...sheet,
        openedAt: at,
        objectUntil: at,
        contentHash: '',
        version: 1,
        headHash: Buffer.alloc(0),
      },
    });
    expect(refusalOf(await retire())).toBe('month_frozen');
    await house.db.prisma.periodSheetRow.delete({ where: { id: sheet.id } });
    const before = (await indicatorAccounts(house, Q3)).get(cast.approvals);
    const { retirableFrom, results } = await read(cast.appraisalAdmin, juryId);
    expect(retirableFrom[0]).toBe('2026-10');
    taken(await retire({ month: '2026-10' }));
    expect(refusalOf(await retire({ month: '2026-10' }))).toBe('indicator_retired');
    expect(await read(cast.appraisalAdmin, juryId)).toMatchObject({
      ...{ retired: { from: '2026-10', reason: '职能划转' }, retirableFrom: [], results },
      entries: expect.arrayContaining([expect.objectContaining({ type: 'IndicatorRetired' })]),
    });
    expect((await indicatorAccounts(house, Q3)).get(cast.approvals)).toEqual(before);
    const { weights } = taken(await listIndicators(house, cast.appraisalAdmin, { year: '2026' }));
    expect(weights).toMatchObject([{ published: 60, drafted: 60 }]);
    const audit = await verifyAudit(house);
    expect([audit.chains.faults, audit.replay?.differences]).toEqual([[], []]);
  });
});

describe('a red light', () => {
  it('warns the heads of the department, once for each month', async () => {
    expect((await read(cast.head)).months.find(({ month }) => month === '2026-08')?.counted).toMatchObject({
      ...{ value: '6.5', light: 'red', pace: 81_25 },
    });
    await drainNotices(house);
    const told = async (actor: StaffActor) =>
      taken(await listNotices(house, actor, {})).notices.filter(({ about }) => about === 'indicator').length;
    expect(await told(cast.head)).toBe(1);
    expect(await told(cast.strangerOfficer)).toBe(0);
  });

  it('becomes a supervision item in one step, each linked to the other', async () => {
    const open = (actor: StaffActor, given: object = {}) =>
      openItemOfIndicator(house, actor, {
        ...{ indicatorId: growthId, month: '2026-08', departmentId: cast.approvals },
        ...{ basis: '8月指标红灯', problem: '规模以上工业增加值增速8月6.5%，低于目标8%。', ...given },
      });
    expect(refusalOf(await open(cast.appraisalAdmin))).toBe('not_authorised');
    expect(refusalOf(await open(cast.triage, { month: '2026-09' }))).toBe('no_red_light');
    expect(refusalOf(await open(cast.triage, { departmentId: cast.construction }))).toBe('not_an_owner');
    const item = taken(await open(cast.triage));
    expect(refusalOf(await open(cast.triage))).toBe('indicator_has_item');
    const view = taken(await readItem(house, cast.triage, { itemId: item.itemId }));
    expect(view).toMatchObject({
      source: 'appraisal_finding',
      indicator: { id: growthId, month: '2026-08' },
    });
    expect((await read(cast.head)).months.find(({ month }) => month === '2026-08')?.items).toMatchObject([
      { id: item.itemId, number: item.number },
    ]);
  });
});

it('freezes targets and not results', async () => {
  taken(await freezeIndicators(house, cast.appraisalAdmin, { year: '2026' }));
  const edited = { indicatorId: growthId, ...definition({ target: '5', base: '4' }), reason: '下调' };
  expect(refusalOf(await editIndicator(house, cast.appraisalAdmin, edited))).toBe('illegal_indicator_step');
  taken(await enterResult(house, cast.appraisalAdmin, result({ month: '2026-10', value: '8' })));
});

it('leaves a log that folds to what is kept', async () => {
  const { chains, replay } = await verifyAudit(house);
  expect(chains.faults).toEqual([]);
  expect(replay?.differences).toEqual([]);
});
