import { describe, expect, it } from 'vitest';
import { openChance } from '../chance.ts';
import { drawDetails } from '../case-details.ts';
import { DEPARTMENTS } from '../demo-departments.ts';
import { fillSlots } from '../fill-slots.ts';
import { MATTERS } from './index.ts';

const all = Object.entries(MATTERS).flatMap(([department, matters]) =>
  matters.map((matter) => ({ department, ...matter })),
);
const details = drawDetails(openChance('matters'), '2026-06-01', 'zh-CN');

it('has sixty matters and more, four at least for each of the fourteen departments', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(Object.keys(MATTERS).sort()).toEqual(Object.keys(DEPARTMENTS).sort());
  for (const matters of Object.values(MATTERS)) expect(matters.length).toBeGreaterThanOrEqual(4);
});

it('tells no matter twice', () => {
  expect(new Set(all.map(({ body }) => body)).size).toBe(all.length);
});

describe.each(all)(
  '$department: $title',
  ({ title, body, desk, wish, answer, steps, category, department, ...matter }) => {
    it('leaves nothing open and keeps to the lengths of the form', () => {
      expect([...fillSlots(title, details)].length).toBeLessThanOrEqual(60);
      for (const text of [body, desk, wish, answer]) expect(fillSlots(text, details)).not.toMatch(/[{}]/);
      expect([...fillSlots(body, details)].length).toBeGreaterThanOrEqual(30);
      expect(category).toMatch(/^[a-z]+-[1-5]$/);
    });

    it('is put right by measures of the department or of one that helps it', () => {
      expect(steps.length).toBeGreaterThanOrEqual(1);
      for (const [measure, evidence, by] of steps) {
        expect(measure.length).toBeGreaterThan(3);
        expect(evidence.length).toBeGreaterThan(1);
        if (by !== undefined) expect([by in DEPARTMENTS, by === department]).toEqual([true, false]);
      }
      expect(matter.complexity === 'simple' ? steps.length : 1).toBe(1);
    });
  },
);
