import { createHash } from 'node:crypto';
import {
  firstFiledAt,
  keepAnnualReport,
  readAnnualPaper,
  readAnnualReports as readKept,
  readNames,
  readYearFigures,
} from '@bihuan/db';
import { addDays, hasRole, instantAt, localDateOf, type Actor, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import { makeDocx } from '../bulletin/paper/make-docx.ts';
import type { House } from '../house.ts';
import { parseInput, typedNumber } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { annualPaper } from './annual-paper.ts';

export type AnnualReportLine = {
  readonly year: number;
  /** Null where it was not made yet. */
  readonly madeAt: Instant | null;
  readonly madeBy: string;
  readonly sha256: string;
  /** The year is over, so that it can be made for good. */
  readonly isOver: boolean;
};

const MAY_READ = ['leader', 'auditor', 'triage_admin', 'appraisal_admin'] as const;
const schema = z.object({ year: typedNumber(2000, 2999) });

/** Each year since the first complaint, the latest first, with the report that was made of it. */
export async function readAnnualReports(
  house: House,
  actor: Actor,
): Promise<Result<readonly AnnualReportLine[]>> {
  if (!hasRole(actor, ...MAY_READ)) return refusal('not_found');
  const kept = await readKept(house.db);
  const { people } = await readNames(
    house.db,
    [],
    kept.map(({ madeById }) => madeById),
  );
  const present = presentYear(house);
  const first = await firstFiledAt(house.db);
  const oldest = first === null ? present : Number(localDateOf(first).slice(0, 4));
  return done(
    Array.from({ length: present - oldest + 1 }, (_, back) => {
      const year = present - back;
      const made = kept.find((one) => one.year === year);
      return {
        ...{ year, isOver: year < present, madeAt: made?.madeAt ?? null, sha256: made?.sha256 ?? '' },
        madeBy: people.get(made?.madeById ?? '')?.name ?? '',
      };
    }),
  );
}

/** Makes the report of a year that is over, once and for good. For triage admins and leaders. */
export async function makeAnnualReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly year: number }>> {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { year } = parsed.value;
  if (year >= presentYear(house)) return badInput({ year: 'out_of_range' });
  const now = house.now();
  const figures = await figuresOf(house, year);
  const dates = { cutOn: `${year}-12-31`, madeOn: localDateOf(now), madeAt: now };
  const bytes = await makeDocx(annualPaper(year, figures, dates));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const report = { year, figures, sha256, madeAt: now, madeById: actor.staffId };
  return (await keepAnnualReport(house.db, report, bytes)) ? done({ year }) : refusal('annual_report_exists');
}

export type AnnualPaper = { readonly year: number; readonly bytes: Uint8Array; readonly isFinal: boolean };

/** The report of a year as .docx: once made the very bytes that were kept, before that a preview. */
export async function openAnnualReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<AnnualPaper>> {
  if (!hasRole(actor, ...MAY_READ)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { year } = parsed.value;
  if (year > presentYear(house)) return refusal('not_found');
  const kept = await readAnnualPaper(house.db, year);
  if (kept !== null) return done({ year, bytes: kept, isFinal: true });
  const now = house.now();
  const today = localDateOf(now);
  const cutOn = year < presentYear(house) ? `${year}-12-31` : today;
  const paper = annualPaper(year, await figuresOf(house, year), { cutOn, madeOn: null, madeAt: now });
  return done({ year, bytes: await makeDocx(paper), isFinal: false });
}

function figuresOf(house: House, year: number) {
  const until = instantAt(addDays(`${year}-12-31`, 1), '00:00');
  return readYearFigures(house.db, instantAt(`${year}-01-01`, '00:00'), until);
}

function presentYear(house: House): number {
  return Number(localDateOf(house.now()).slice(0, 4));
}
