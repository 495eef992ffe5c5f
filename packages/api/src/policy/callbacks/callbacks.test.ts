import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCallbacks } from '../../complaint/list-callbacks.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import {
  beginCallbackDraft,
  dropCallbackDraft,
  publishCallbacks,
  saveCallbackDraft,
} from './change-callback-draft.ts';
import { previewCallbacks } from './preview-callbacks.ts';
import { readCallbackRules } from './read-callback-rules.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const read = async () => taken(await readCallbackRules(house, cast.appraisalAdmin));
const SAMPLE = { mode: 'sample', percent: '0', always: ['key'], seed: 'stated-for-autumn' };
const ALONE = { mode: 'sample', percent: 0, always: [], seed: '' };
const PUBLISH = { source: '管委会督查〔2026〕18 号' };

it('is read by those who keep an eye on it, and drafted by the appraisal office alone', async () => {
  for (const reader of [cast.appraisalAdmin, cast.triage, cast.leader, cast.auditor])
    expect((await readCallbackRules(house, reader)).ok).toBe(true);
  for (const stranger of [cast.officer, cast.head, cast.clerk, cast.inspector])
    expect(refusalOf(await readCallbackRules(house, stranger))).toBe('not_found');
  for (const reader of [cast.triage, cast.leader, cast.auditor, cast.clerk])
    for (const change of [
      beginCallbackDraft,
      (...[from, who]: Parameters<typeof beginCallbackDraft>) => saveCallbackDraft(from, who, SAMPLE),
      (...[from, who]: Parameters<typeof beginCallbackDraft>) => dropCallbackDraft(from, who, {}),
      (...[from, who]: Parameters<typeof beginCallbackDraft>) => publishCallbacks(from, who, PUBLISH),
    ])
      expect(refusalOf(await change(house, reader))).toBe('not_found');
});

it('is drafted once, saved over what was seen alone, and refused where it means nothing', async () => {
  const begun = { version: 'callbacks-2', revision: 0 };
  expect(taken(await beginCallbackDraft(house, cast.appraisalAdmin))).toEqual(begun);
  expect(taken(await beginCallbackDraft(house, cast.appraisalAdmin))).toEqual(begun);
  const save = (form: object) => saveCallbackDraft(house, cast.appraisalAdmin, { revision: '0', ...form });
  expect(refusalOf(await save(ALONE))).toBe('sample_draws_nobody');
  expect(
    await save({
      ...{ mode: 'some', percent: '101', seed: 'short', always: ['late'] },
      shares: { [cast.approvals]: '-1' },
    }),
  ).toMatchObject({
    fields: {
      ...{ mode: 'not_a_choice', percent: 'out_of_range', seed: 'too_short', 'always.0': 'not_a_choice' },
      [`shares.${cast.approvals}`]: 'out_of_range',
    },
  });
  expect(await save({ ...SAMPLE, shares: { [cast.triage.departmentId]: '5' } })).toMatchObject({
    fields: { [`shares.${cast.triage.departmentId}`]: 'unknown_department' },
  });
  const shares = { [cast.approvals]: '100', [cast.construction]: '' };
  expect(taken(await save({ ...SAMPLE, shares })).revision).toBe(1);
  expect(refusalOf(await save({ ...SAMPLE, shares }))).toBe('stale');
  expect((await read()).draft).toMatchObject({
    revision: 1,
    policy: { ...SAMPLE, percent: 0, shares: { [cast.approvals]: 100 } },
  });
});

it('is tried on what was verified, in counts, and writes nothing', async () => {
  await anItemBeingVerified(house, cast);
  house.at('2026-10-12T02:00:00.000Z');
  const before = await house.db.prisma.policy.findMany();
  const preview = taken(await previewCallbacks(house, cast.appraisalAdmin, { months: '2' }));
  expect(preview).toMatchObject({
    ...{ from: '2026-08-01', months: 2 },
    total: { verified: 1, called: 1, wouldBe: 1, because: { drawn: 1 } },
    departments: [{ department: { id: cast.approvals }, tally: { verified: 1 } }],
  });
  expect(JSON.stringify(preview)).not.toContain('BH-');
  expect(await house.db.prisma.policy.findMany()).toEqual(before);
  expect(await previewCallbacks(house, cast.appraisalAdmin, { months: '13' })).toMatchObject({
    fields: { months: 'out_of_range' },
  });
  expect(refusalOf(await previewCallbacks(house, cast.officer, {}))).toBe('not_found');
});

it('is published for days to come, says by whom, and from then on draws', async () => {
  const publish = (form: object) => publishCallbacks(house, cast.appraisalAdmin, { ...PUBLISH, ...form });
  expect(await publish({ revision: 1, effectiveFrom: '2026-10-12' })).toMatchObject({
    fields: { effectiveFrom: 'out_of_range' },
  });
  expect(await publish({ revision: 1, effectiveFrom: 'soon', source: '' })).toMatchObject({
    fields: { effectiveFrom: 'not_a_date', source: 'required' },
  });
  expect(refusalOf(await publish({ revision: 0, effectiveFrom: '2026-10-13' }))).toBe('stale');
  taken(await publish({ revision: 1, effectiveFrom: '2026-10-13' }));
  expect(refusalOf(await publish({ revision: 1, effectiveFrom: '2026-10-13' }))).toBe('stale');
  const page = await read();
  expect(page).toMatchObject({ draft: null, inForce: { version: 'callbacks-1', mode: 'all' } });
  expect(page.published).toMatchObject([
    {
      ...{ effectiveFrom: '2026-10-13', source: PUBLISH.source, isInForce: false },
      ...{ policy: { version: 'callbacks-2', seed: 'stated-for-autumn' } },
      draftedBy: expect.any(String) as string,
      publishedBy: expect.any(String) as string,
    },
  ]);
  house.at('2026-10-13T02:00:00.000Z');
  await anItemBeingVerified(house, cast);
  const reasons = taken(await listCallbacks(house, cast.clerk)).map(({ because }) => because);
  expect(reasons.sort()).toEqual(['all', 'drawn']);
});

it('takes no seed again, makes one by lot where none is typed, and is thrown away as it was seen', async () => {
  taken(await beginCallbackDraft(house, cast.appraisalAdmin));
  const save = (form: object) => saveCallbackDraft(house, cast.appraisalAdmin, { revision: 0, ...form });
  expect(refusalOf(await save(SAMPLE))).toBe('seed_used_before');
  expect(refusalOf(await dropCallbackDraft(house, cast.appraisalAdmin, { revision: 4 }))).toBe('stale');
  taken(await dropCallbackDraft(house, cast.appraisalAdmin, { revision: 0 }));
  taken(await beginCallbackDraft(house, cast.appraisalAdmin));
  taken(await save({ ...SAMPLE, seed: '' }));
  const form = { ...PUBLISH, revision: 1, effectiveFrom: '2026-11-01' };
  taken(await publishCallbacks(house, cast.appraisalAdmin, form));
  expect((await read()).published[0]?.policy.seed).toMatch(/^[0-9a-f]{24}$/);
});
