import { removeExpiredDrafts } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { fileFromPortal } from './file-from-portal.ts';
import { forgetDraft } from './forget-draft.ts';
import { giveResumeCode } from './give-resume-code.ts';
import { maskDraft } from './mask-draft.ts';
import { readDraft } from './read-draft.ts';
import { resumeDraft } from './resume-draft.ts';
import { saveDraftPage } from './save-draft-page.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const GONE = { ok: false, kind: 'refusal', refusal: { code: 'draft_gone' } };

const begin = async () =>
  taken(await saveDraftPage(house, { draftId: null, page: 'scope', fields: { scope: 'stuck' } }));
const save = (draftId: string, page: string, fields: Record<string, string>) =>
  saveDraftPage(house, { draftId, page, fields });
const read = async (draftId: string) => taken(await readDraft(house, { draftId }));

describe('saveDraftPage', () => {
  it('makes a draft by its first page alone, and keeps it sealed', async () => {
    expect(await saveDraftPage(house, { draftId: null, page: 'matter', fields: {} })).toEqual(GONE);
    const { id, once, expiresAt } = await begin();
    expect(once).toMatch(/^[\w-]{22}$/);
    expect(expiresAt).toBe('2026-10-26T01:00:00.000Z');
    await save(id, 'contact', { name: '反映人甲', phone: '13800138000', email: '' });
    const { rows } = await house.db.pool.query<{ row: string }>(
      "SELECT filing_draft::text || encode(sealed, 'escape') AS row FROM filing_draft",
    );
    expect(rows.filter(({ row }) => row.includes('13800138000'))).toEqual([]);
  });

  it('keeps what is wrong as it was typed, and says what is wrong with it', async () => {
    const { id } = await begin();
    expect(await save(id, 'matter', { title: '短', body: '太短', isAdmin: '1' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { title: 'too_short', body: 'too_short' },
    });
    const draft = await read(id);
    expect(draft.typed).toEqual({ scope: 'stuck', title: '短', body: '太短' });
    expect(draft.done).toEqual(['scope']);
  });

  it.each([
    ['who', { complainantKind: 'enterprise' }, { enterpriseName: 'required' }],
    [
      'who',
      { complainantKind: 'enterprise', enterpriseName: '某某', creditCode: '91350100M000100Y44' },
      { creditCode: 'credit_code_malformed' },
    ],
    ['category', { chosenCategory: 'nonsense' }, { chosenCategory: 'unknown_category' }],
    ['service', { serviceItem: 'tax-s1' }, { serviceItem: 'not_a_choice' }],
    ['service', { aboutDepartmentId: 'x' }, { aboutDepartmentId: 'unknown_department' }],
    ['cause', {}, { causeClass: 'not_a_choice' }],
    ['tried', { 'tried.trips': '100' }, { 'tried.trips': 'out_of_range' }],
    ['place', { placeCode: 'nowhere' }, { placeCode: 'not_a_choice' }],
    ['place', { placeCode: 'other', place: ' ' }, { place: 'required' }],
    ['contact', { name: '', phone: '' }, { name: 'required', phone: 'contact_required' }],
    ['preview', {}, { mayPublish: 'not_a_choice' }],
  ])('sends back what is wrong on the page %s: %j', async (page, fields, bad) => {
    const { id } = await begin();
    expect(await save(id, page, fields as Record<string, string>)).toMatchObject({ fields: bad });
  });

  it('asks a citizen for no enterprise, and takes an empty optional page', async () => {
    const { id } = await begin();
    expect(await save(id, 'who', { complainantKind: 'citizen', creditCode: '写错了' })).toMatchObject({
      ok: true,
    });
    expect(await save(id, 'wish', { wish: '' })).toMatchObject({ ok: true });
    expect((await read(id)).done).toEqual(['scope', 'who', 'wish']);
  });

  it('asks what the category asks, and asks anew where another is chosen', async () => {
    const { id } = await begin();
    await save(id, 'category', { chosenCategory: 'policy' });
    expect(
      await save(id, 'questions', { 'answers.policy-q2': '很多', 'answers.policy-q3': '去年' }),
    ).toMatchObject({
      fields: {
        'answers.policy-q1': 'required',
        'answers.policy-q2': 'not_a_number',
        'answers.policy-q3': 'not_a_date',
      },
    });
    taken(
      await save(id, 'questions', {
        'answers.policy-q1': '高企奖补办法',
        'answers.policy-q2': '20',
        'answers.policy-q3': '',
      }),
    );
    taken(await save(id, 'service', { serviceItem: 'policy-s1' }));
    taken(await save(id, 'category', { chosenCategory: 'tax' }));
    const { done, typed } = await read(id);
    expect(done).toEqual(['scope', 'category']);
    expect(typed['serviceItem']).toBeUndefined();
  });

  it('keeps what two tabs typed at the same moment', async () => {
    const { id } = await begin();
    await Promise.all([
      save(id, 'wish', { wish: '早点办好' }),
      save(id, 'cause', { causeClass: 'papers_again' }),
      save(id, 'openness', { openness: 'open' }),
    ]);
    expect((await read(id)).typed).toMatchObject({
      wish: '早点办好',
      causeClass: 'papers_again',
      openness: 'open',
    });
  });
});

describe('a resume code', () => {
  it('opens the draft however it is typed, until another one is given', async () => {
    const { id } = await begin();
    const { resumeCode: first } = taken(await giveResumeCode(house, { draftId: id }));
    const typed = first.toLowerCase().replaceAll('-', ' ');
    expect(await resumeDraft(house, '10.1.0.1', { resumeCode: typed })).toEqual({
      ok: true,
      value: { draftId: id },
    });
    const { resumeCode: second } = taken(await giveResumeCode(house, { draftId: id }));
    expect(await resumeDraft(house, '10.1.0.1', { resumeCode: first })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await resumeDraft(house, '10.1.0.1', { resumeCode: second })).toMatchObject({ ok: true });
  });

  it('is kept as a keyed hash only, and guessing is slowed', async () => {
    const { id } = await begin();
    const { resumeCode } = taken(await giveResumeCode(house, { draftId: id }));
    const { resumeHash } = await house.db.prisma.filingDraft.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(resumeHash ?? [])).toHaveLength(32);
    for (let tries = 0; tries < 10; tries += 1)
      await resumeDraft(house, '10.1.0.2', { resumeCode: 'ZZZZ-ZZZZ-ZZZZ' });
    expect(await resumeDraft(house, '10.1.0.2', { resumeCode })).toMatchObject({
      refusal: { code: 'too_many_tries' },
    });
  });
});

describe('a draft', () => {
  const matter = {
    ...{
      complainantKind: 'citizen',
      openness: 'anonymous',
      chosenCategory: 'policy',
      serviceItem: 'policy-s1',
    },
    ...{ title: '高企奖补申报四次没办成', body: '材料交了四次，每次要求补的都不一样。', mayPublish: true },
    answers: { 'policy-q1': '高企奖补办法', 'tax-q1': 'hall' },
  };

  it('is gone when it was filed, once, with what its category asked', async () => {
    const { id, once } = await begin();
    const filed = taken(await fileFromPortal(house, ANYONE, '10.1.0.9', { ...matter, once, draftId: id }));
    expect(await readDraft(house, { draftId: id })).toEqual(GONE);
    const again = taken(await fileFromPortal(house, ANYONE, '10.1.0.9', { ...matter, once, draftId: id }));
    expect(again).toMatchObject({ trackingNumber: filed.trackingNumber, isNew: false });
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: filed.complaintId } });
    expect(row).toMatchObject({
      chosenCategory: 'policy',
      serviceItem: 'policy-s1',
      mayPublish: true,
      categoryAnswers: [
        {
          code: 'policy-q1',
          question: '哪一项政策？文件名称或文号',
          questionEn: 'Which policy? Its title or number',
          answer: '高企奖补办法',
          answerEn: '高企奖补办法',
        },
      ],
    });
  });

  it('stays where the filing is sent back', async () => {
    const { id, once } = await begin();
    expect(
      await fileFromPortal(house, ANYONE, '10.1.0.9', { ...matter, answers: {}, once, draftId: id }),
    ).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { 'answers.policy-q1': 'required' },
    });
    expect(await readDraft(house, { draftId: id })).toMatchObject({ ok: true });
  });

  it('is masked where others would read numbers of people, and nowhere else', async () => {
    const { id } = await begin();
    await save(id, 'matter', { title: '打13800138000没人接', body: '车牌湘A12345被拦在门外，说没登记。' });
    await save(id, 'contact', { name: '张三', phone: '13800138000' });
    taken(await maskDraft(house, { draftId: id }));
    expect((await read(id)).typed).toMatchObject({
      title: '打***没人接',
      body: '车牌***被拦在门外，说没登记。',
      phone: '13800138000',
    });
  });

  it('is gone when thrown away, and fourteen days after the last touch', async () => {
    const [first, second] = [await begin(), await begin()];
    await forgetDraft(house, { draftId: first.id });
    expect(await readDraft(house, { draftId: first.id })).toEqual(GONE);
    house.at('2026-10-26T00:59:59.000Z');
    expect(await readDraft(house, { draftId: second.id })).toMatchObject({ ok: true });
    house.at('2026-10-26T01:00:00.000Z');
    expect(await readDraft(house, { draftId: second.id })).toEqual(GONE);
    expect(await removeExpiredDrafts(house.db, house.now())).toBeGreaterThan(0);
    expect(await house.db.prisma.filingDraft.count()).toBe(0);
  });
});
