import { expect, test } from 'vitest';
import { BrokenStream } from '../../broken-stream.ts';
import { aSheet, OBJECTED, sheetHistory } from '../../testing/index.ts';
import { evolveSheet, foldSheet } from './evolve-sheet.ts';
import { SHEET_STATUSES } from './sheet-life.ts';

test('each history leads to its state', () => {
  expect(SHEET_STATUSES.map((status) => aSheet(status).status)).toEqual([...SHEET_STATUSES]);
  expect(SHEET_STATUSES.map((status) => aSheet(status).edition)).toEqual([0, 0, 1, 1, 1, 2]);
});

test('a restated sheet keeps why, and who signed', () => {
  expect(aSheet('restated')).toMatchObject({
    contentHash: 'second',
    restatements: [
      {
        edition: 2,
        reason: '一张黄牌经复核撤销。',
        proposedBy: 'appraisal_admin-of-appraisal-unit',
        signedBy: 'second-appraisal-admin',
      },
    ],
  });
  expect(aSheet('restated')).not.toHaveProperty('proposal');
});

test('breaks on events that cannot follow each other', () => {
  const steps = sheetHistory('restated').slice(1);
  for (const step of steps) expect(() => foldSheet([step])).toThrow(BrokenStream);
  expect(() => evolveSheet(aSheet('decided'), OBJECTED)).toThrow(BrokenStream);
  for (const step of [...sheetHistory('frozen'), ...sheetHistory('restated').slice(-1)])
    expect(() => evolveSheet(aSheet('frozen'), step)).toThrow(BrokenStream);
});
