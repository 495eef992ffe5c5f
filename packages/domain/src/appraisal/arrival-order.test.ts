import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_APPRAISAL } from '../policy/appraisal-policy.ts';
import { DEFAULT_COEFFICIENTS } from '../policy/coefficient-policy.ts';
import { DEFAULT_GROUPS } from '../policy/group-policy.ts';
import { DEFAULT_PAY } from '../policy/pay-policy.ts';
import { DEFAULT_SCORING } from '../policy/scoring-policy.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import { composeSheet } from './compose-sheet.ts';
import { periodNamed } from './period.ts';
import type { DepartmentFacts } from './period-sheet.ts';
import { scoreSupervision } from './score-supervision.ts';
import { NO_CALLBACKS } from './three-rates.ts';

const DEPARTMENTS = ['d1', 'd2', 'd3'];
const PERIOD = periodNamed('2026-Q4', []);
const POLICIES = {
  ...{ scoring: DEFAULT_SCORING, appraisal: DEFAULT_APPRAISAL, groups: DEFAULT_GROUPS },
  ...{ coefficients: DEFAULT_COEFFICIENTS, pay: DEFAULT_PAY },
};

const event: fc.Arbitrary<ItemEvent> = fc
  .record({
    departmentId: fc.constantFrom(...DEPARTMENTS),
    day: fc.integer({ min: 1, max: 30 }),
    what: fc.constantFrom(
      { type: 'ItemStruckOff', isOnTime: true },
      { type: 'ItemStruckOff', isOnTime: true },
      { type: 'ItemStruckOff', isOnTime: false },
      { type: 'DeadlineCrossed', deadline: 'item', level: 0, due: { date: '2026-10-01' } },
      { type: 'DeadlineCrossed', deadline: 'item', level: 1, due: { date: '2026-10-01' } },
      { type: 'ItemSentToRework', isFalseRequest: true },
      { type: 'ReportRejected', nth: 2, fault: 'vague' },
    ),
  })
  .map(
    ({ departmentId, day, what }) =>
      ({
        ...what,
        departmentId,
        at: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
      }) as unknown as ItemEvent,
  );

/** The sheet of the period, the events scored in the order in which they arrive. */
function sheetOf(events: readonly ItemEvent[]) {
  const sums = new Map(DEPARTMENTS.map((id) => [id, { centipoints: 0, lines: 0, onTime: 0 }]));
  for (const one of events) {
    const known = sums.get('departmentId' in one ? one.departmentId : '');
    if (known === undefined) continue;
    for (const line of scoreSupervision(one, DEFAULT_SCORING, known.onTime)) {
      expect(line.period).toBe('2026-Q4');
      known.centipoints += line.centipoints;
      known.lines += 1;
      if (line.rule === 'struck_off_on_time') known.onTime += 1;
    }
  }
  const facts = DEPARTMENTS.map((id): DepartmentFacts => {
    const { centipoints, lines } = sums.get(id) ?? { centipoints: 0, lines: 0 };
    return {
      ...{ id, code: id, name: id, nameEn: id, tierGroup: null, volume: null, successorId: null },
      ...{ activeFrom: '2026-01-01', activeTo: null, callbacks: NO_CALLBACKS, excluded: 0 },
      ...{ indicator: null, supervision: { centipoints, lines }, adjustment: { centipoints: 0, lines: 0 } },
    };
  });
  return composeSheet(PERIOD, facts, POLICIES);
}

it('gives the same sheet in whatever order the events of a period arrive', () => {
  const arrivals = fc
    .array(event, { maxLength: 60 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
  fc.assert(
    fc.property(arrivals, ([events, shuffled]) => {
      expect(sheetOf(shuffled)).toEqual(sheetOf(events));
    }),
  );
});
