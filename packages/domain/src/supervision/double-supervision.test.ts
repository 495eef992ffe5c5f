import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SUPERVISION } from '../policy/supervision-policy.ts';
import {
  anItem,
  anItemContext,
  itemAfter,
  outcomeOf,
  secondTriageAdmin,
  triageAdmin,
} from '../testing/index.ts';
import { LEAD, STRANGER } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { doublesOf, type Double, type OpenMatter } from './double-supervision.ts';
import type { ItemCommand, ProposeItem } from './item-command.ts';
import { proposeItem } from './propose-item.ts';

const other = (given: Partial<OpenMatter>): OpenMatter => ({
  ...{ itemId: 'item-9', number: 'DB-9', leadDepartmentId: LEAD, complaintIds: ['complaint-9'], likeness: 0 },
  ...given,
});
const doubles = (open: Partial<OpenMatter>, leadDepartmentId: string | null) =>
  doublesOf({ complaintIds: ['complaint-1'], leadDepartmentId }, [other(open)], DEFAULT_SUPERVISION).map(
    ({ ground }) => ground,
  );

test.each<readonly [string, Partial<OpenMatter>, string | null, readonly string[]]>([
  [
    'one of its complaints is in an open item',
    { complaintIds: ['complaint-1'] },
    STRANGER,
    ['same_complaint'],
  ],
  ['the problem reads alike and the lead is the same', { likeness: 60 }, LEAD, ['look_alike']],
  ['the problem reads a little less alike', { likeness: 59 }, LEAD, []],
  ['the lead is another', { likeness: 100 }, STRANGER, []],
  ['no lead is known, and the texts are nearly the same', { likeness: 80 }, null, ['look_alike']],
  ['no lead is known, and the texts are only alike', { likeness: 79 }, null, []],
  ['the other has no lead yet', { likeness: 80, leadDepartmentId: null }, LEAD, ['look_alike']],
])('where %s', (_case, open, lead, found) => {
  expect(doubles(open, lead)).toEqual(found);
});

it('names the one with the same complaint first, then the most alike', () => {
  const open = [
    other({ itemId: 'a', number: 'DB-1', likeness: 70 }),
    other({ itemId: 'b', number: 'DB-2', likeness: 90 }),
    other({ itemId: 'c', number: 'DB-3', complaintIds: ['complaint-1'] }),
  ];
  const found = doublesOf(
    { complaintIds: ['complaint-1'], leadDepartmentId: LEAD },
    open,
    DEFAULT_SUPERVISION,
  );
  expect(found.map(({ itemId }) => itemId)).toEqual(['c', 'b', 'a']);
});

describe('a second item on a matter under supervision', () => {
  const first: Double = { itemId: 'item-9', number: 'DB-9', ground: 'look_alike' };
  const refusal = {
    code: 'already_supervised',
    data: { itemId: 'item-9', number: 'DB-9', ground: 'look_alike' },
  };
  const proposal: ProposeItem = {
    ...({ type: 'propose', id: 'item-1', number: 'DB-2026-0001', source: 'superior_task' } as const),
    ...({ basis: 'Notice no. 3', problem: 'Roads.', importance: 'normal', complaintIds: [] } as const),
  };
  const propose = (doubleReason: string) =>
    outcomeOf(proposeItem({ ...proposal, doubleReason }, anItemContext({ doubles: [first] })));
  const plan = (leadDepartmentId: string, doubleReason = '') =>
    ({
      ...{ leadDepartmentId, cooperatingDepartmentIds: [], doubleReason },
      measures: [{ id: 'm2', text: 'Decide.', departmentId: leadDepartmentId, dueOn: '2026-10-14' }],
      clock: { start: '2026-10-12T01:00:00.000Z', workingDays: 5 },
    }) as const;
  const given = (state: Parameters<typeof decideItem>[0], actor: typeof triageAdmin, command: ItemCommand) =>
    outcomeOf(decideItem(state, command, anItemContext({ actor, doubles: [first] })));

  it('is stopped when it is proposed, and goes on with a reason that the event keeps', () => {
    expect(propose('')).toEqual(refusal);
    expect(propose('Another road.')).toMatchObject([
      { type: 'ItemProposed', beside: { reason: 'Another road.', doubles: [first] } },
      { type: 'ItemRegistered' },
    ]);
  });

  it('is stopped when it gets its second signature', () => {
    const proposed = anItem({ importance: 'key' }).proposed();
    expect(given(proposed, secondTriageAdmin, { type: 'countersign' })).toEqual(refusal);
    expect(
      given(proposed, secondTriageAdmin, { type: 'countersign', doubleReason: 'Another road.' }),
    ).toMatchObject([{ type: 'ItemRegistered', beside: { reason: 'Another road.' } }]);
  });

  it('is stopped when it is given to the department that has the first one', () => {
    const registered = anItem().registered();
    expect(given(registered, triageAdmin, { type: 'assign', ...plan(LEAD) })).toEqual(refusal);
    expect(given(registered, triageAdmin, { type: 'assign', ...plan(LEAD, 'Another road.') })).toMatchObject([
      { type: 'ItemAssigned', beside: { reason: 'Another road.', doubles: [first] } },
    ]);
  });

  it('is not asked again for a reason that was given', () => {
    const events = propose('Another road.');
    const registered = itemAfter(events as Parameters<typeof itemAfter>[0]);
    expect(given(registered, triageAdmin, { type: 'assign', ...plan(LEAD) })).toMatchObject([
      { type: 'ItemAssigned' },
    ]);
  });

  it('does not stop an item from going back to the department it was with', () => {
    const again = { type: 'assign', ...plan(LEAD) } as const;
    expect(given(anItem().returned(), triageAdmin, again)).toMatchObject([{ type: 'ItemAssigned' }]);
    expect(given(anItem().returned(), triageAdmin, { type: 'assign', ...plan(STRANGER) })).toEqual(refusal);
  });
});
