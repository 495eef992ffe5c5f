import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { declineComplaint } from './decline-complaint.ts';
import { listNoAnswers } from './list-no-answers.ts';
import { submitComplaint } from './submit-complaint.ts';
import { give, theComplainant } from './testing/answered.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const MATTER = {
  ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential', name: '反映人甲' },
  ...{ phone: '13800138000', body: '材料交了四次，每次要求补的都不一样。' },
};

const file = async (title: string) =>
  taken(await submitComplaint(house, theComplainant(''), { ...MATTER, title })).complaintId;

it('holds every no with its reason, whether it was contested, and whether it held', async () => {
  const declined = await file('要求重新判决一起合同纠纷');
  const decline = {
    reason: 'court',
    competentBody: '开发区法院',
    notice: '本事项已进入诉讼，请向开发区法院提出。',
  };
  taken(await declineComplaint(house, cast.triage, { complaintId: declined, ...decline }));
  const overturned = await file('窗口拒收过户材料');
  taken(await declineComplaint(house, cast.triage, { complaintId: overturned, ...decline }));
  await give(house, theComplainant(overturned), overturned, {
    type: 'object_to_decline',
    reason: '不是诉讼。',
  });
  await give(house, cast.secondTriage, overturned, {
    type: 'decide_objection',
    isUpheld: true,
    text: '应受理。',
  });
  const settle = { type: 'settle_on_the_spot', category: 'business', complexity: 'simple' } as const;
  const refused = await file('住宅改门面');
  const text = '规划不允许。';
  await give(house, cast.triage, refused, { ...settle, outcome: 'not_permitted', text });
  const solved = await file('补打一份回执');
  await give(house, cast.triage, solved, { ...settle, outcome: 'solved', text: '已补打。' });

  const { lines, next } = taken(await listNoAnswers(house, cast.leader, {}));
  expect(next).toBeNull();
  expect(
    lines.map(({ title, kind, reason, text: said, isContested, isOverturned }) => [
      ...[title, kind, reason, said, isContested, isOverturned],
    ]),
  ).toEqual([
    ['住宅改门面', 'not_permitted', null, '规划不允许。', false, false],
    ['窗口拒收过户材料', 'declined', 'court', '本事项已进入诉讼，请向开发区法院提出。', true, true],
    ['要求重新判决一起合同纠纷', 'declined', 'court', '本事项已进入诉讼，请向开发区法院提出。', false, false],
  ]);
  const only = taken(await listNoAnswers(house, cast.auditor, { kind: 'not_permitted', after: 'x' }));
  expect(only.lines.map(({ complaintId }) => complaintId)).toEqual([refused]);
  const rest = taken(await listNoAnswers(house, cast.triage, { after: lines[1]?.position }));
  expect(rest.lines.map(({ complaintId }) => complaintId)).toEqual([declined]);
});

it('is closed to departments, the window and inspectors', async () => {
  for (const actor of [cast.officer, cast.head, cast.clerk, cast.inspector, theComplainant('')])
    expect(refusalOf(await listNoAnswers(house, actor, {}))).toBe('not_found');
});
