import { describe, expect, it } from 'vitest';
import {
  anchorFaults,
  anchorHead,
  anchorLine,
  daysToAnchor,
  NO_DAY_BEFORE,
  readWrittenAnchors,
  type DayAnchor,
} from './day-anchor.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

describe('the text an anchor is taken of', () => {
  it('is the day, the anchor before, and a line for each event', () => {
    expect(anchorHead('2026-10-12', NO_DAY_BEFORE) + anchorLine(A) + anchorLine(B)).toBe(
      `bihuan-anchor-1
2026-10-12
0000000000000000000000000000000000000000000000000000000000000000
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
`,
    );
  });
});

describe('daysToAnchor', () => {
  it.each([
    [
      'begins with the day of the first event',
      null,
      '2026-10-10',
      '2026-10-12T15:59:59.999Z',
      ['2026-10-10', '2026-10-11'],
    ],
    [
      'ends with the day before, by the clock of Shanghai',
      '2026-10-11',
      '2026-10-01',
      '2026-10-12T16:00:00.000Z',
      ['2026-10-12'],
    ],
    [
      'catches up over the end of a year',
      '2026-12-30',
      '2026-10-01',
      '2027-01-02T01:00:00.000Z',
      ['2026-12-31', '2027-01-01'],
    ],
    ['has none while the day goes on', '2026-10-11', '2026-10-01', '2026-10-12T15:59:59.999Z', []],
    ['has none where nothing happened', null, null, '2026-10-12T01:00:00.000Z', []],
    ['has none where the first event is of today', null, '2026-10-12', '2026-10-12T01:00:00.000Z', []],
    ['has none where the clock was set back', '2026-10-15', '2026-10-01', '2026-10-12T01:00:00.000Z', []],
  ] as const)('%s', (_, last, first, now, days) => {
    expect(daysToAnchor(last, first, now)).toEqual(days);
  });
});

describe('anchorFaults', () => {
  const anchors: readonly DayAnchor[] = [
    { day: '2026-10-10', events: 2, digest: A, previous: NO_DAY_BEFORE },
    { day: '2026-10-11', events: 0, digest: B, previous: A },
    { day: '2026-10-12', events: 5, digest: C, previous: B },
  ];
  const [first, second, third] = anchors as readonly [DayAnchor, DayAnchor, DayAnchor];

  it('finds nothing where all is as it was', () => {
    expect(anchorFaults(anchors, anchors, [{ day: '2026-10-11', digest: B }])).toEqual([]);
    expect(anchorFaults([], [], [])).toEqual([]);
  });

  it('names the day whose events give something else, by digest or by number', () => {
    expect(anchorFaults(anchors, [first, { events: 0, digest: C }, third], [])).toEqual([
      { fault: 'differs', day: '2026-10-11' },
    ]);
    expect(anchorFaults(anchors, [first, { events: 1, digest: B }, third], [])).toEqual([
      { fault: 'differs', day: '2026-10-11' },
    ]);
  });

  it('names a day that is gone, and the one after it, which hangs on it', () => {
    expect(anchorFaults([first, third], [first, third], [])).toEqual([
      { fault: 'missing', day: '2026-10-11' },
      { fault: 'unlinked', day: '2026-10-12' },
    ]);
    expect(anchorFaults([second, third], [second, third], [])).toEqual([
      { fault: 'unlinked', day: '2026-10-11' },
    ]);
  });

  it('names a day of which another anchor was written down, or that is cut off since', () => {
    expect(anchorFaults(anchors, anchors, [{ day: '2026-10-12', digest: A }])).toEqual([
      { fault: 'not_as_written', day: '2026-10-12' },
    ]);
    expect(anchorFaults([first], [first], [{ day: '2026-10-12', digest: C }])).toEqual([
      { fault: 'missing', day: '2026-10-12' },
    ]);
  });
});

it('reads anchors out of what somebody kept: a table, a sentence, data', () => {
  const found = [{ day: '2026-10-11', digest: B }];
  expect(readWrittenAnchors(`day,events,anchor_sha256,previous_sha256\n2026-10-11,0,${B},${A}\n`)).toEqual(
    found,
  );
  expect(readWrittenAnchors(`[\n{"day":"2026-10-11",\n"events":0,"anchor_sha256":"${B}"}]`)).toEqual(found);
  expect(readWrittenAnchors(`2026-10-11 ${B}`)).toEqual(found);
  expect(readWrittenAnchors(`2026-10-10 none\n2026-10-11\n${B}\n2026-10-12 none`)).toEqual(found);
  expect(readWrittenAnchors(`2026-10-11 ${B}0 ${'x'.repeat(200)} ${A}`)).toEqual([]);
});
