import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { annualPaper } from './annual-paper.ts';
import { makeAnnualReport, openAnnualReport, readAnnualReports } from './annual-reports.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
  await anAcceptedComplaint(house, cast, { title: '另一件' });
});
afterAll(() => house.drop());

async function textOf(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replaceAll(/<[^>]+>/g, '');
}

it('previews the year that runs, and cannot be made of it', async () => {
  const { bytes, isFinal } = taken(await openAnnualReport(house, cast.leader, { year: 2026 }));
  expect(isFinal).toBe(false);
  const text = await textOf(bytes);
  expect(text).toContain('全年接收诉求2件，其中网上2件');
  expect(text).toContain('答复1件，其中已解决1件');
  expect(text).toContain('按期销号1件，按期率100.0%');
  expect(await makeAnnualReport(house, cast.triage, { year: 2026 })).toMatchObject({
    fields: { year: 'out_of_range' },
  });
});

it('is made once when the year is over, and stays as it is', async () => {
  house.at('2027-01-05T01:00:00.000Z');
  expect(refusalOf(await makeAnnualReport(house, cast.auditor, { year: 2026 }))).toBe('not_found');
  taken(await makeAnnualReport(house, cast.triage, { year: 2026 }));
  const made = taken(await openAnnualReport(house, cast.auditor, { year: 2026 }));
  await anAcceptedComplaint(house, cast, { title: '下一年的一件' });
  const later = taken(await openAnnualReport(house, cast.leader, { year: 2026 }));
  expect(later).toEqual(made);
  expect(made.isFinal).toBe(true);
  expect(refusalOf(await makeAnnualReport(house, cast.leader, { year: 2026 }))).toBe('annual_report_exists');
  await expect(house.db.prisma.annualReport.deleteMany()).rejects.toThrow();
  expect(
    taken(await readAnnualReports(house, cast.appraisalAdmin)).map(({ year, madeBy }) => [year, madeBy]),
  ).toEqual([
    [2027, ''],
    [2026, 'triage'],
  ]);
  expect(refusalOf(await readAnnualReports(house, cast.officer))).toBe('not_found');
});

it('leaves no variable unfilled where nothing happened', () => {
  const at = { cutOn: '2026-12-31', madeOn: '2027-01-05', madeAt: '2027-01-05T01:00:00.000Z' };
  const { sections, title } = annualPaper(2026, {}, at);
  const text = [title, ...sections.flatMap(({ paragraphs }) => paragraphs)].join('\n');
  expect(text).not.toMatch(/[{}]/);
  expect(text).toContain('平均—天');
});
