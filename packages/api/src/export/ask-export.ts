import { askForExport, EXPORT_FORMATS, EXPORT_KINDS, moveExport, readExport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import { periodById, presentPeriod } from '../appraisal/periods.ts';
import { overviewScope, trendScope } from '../appraisal/views/view-scope.ts';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';

const short = z.string('malformed').max(64, 'malformed');

const schema = z.object({
  kind: choice(EXPORT_KINDS),
  format: choice(EXPORT_FORMATS),
  /** Of a sheet and of ledger lines; the present one where none is named. */
  period: z.preprocess((typed) => (typed === '' ? undefined : typed), short.optional()),
  unit: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    choice(['month', 'quarter']).default('month'),
  ),
  departmentId: short.default(''),
  category: short.default(''),
  /** Headings and terms, in the language of whoever asks; the page brings them. */
  words: z
    .record(z.string('malformed').max(60, 'malformed'), z.string('malformed').max(200, 'too_long'))
    .default({}),
});

/** Asks for a file of a sheet, of ledger lines or of a trend, made in the background. Who may see the page may have the file. */
export async function askExport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly exportId: string }>> {
  if (actor.kind !== 'staff' || trendScope(actor) === null) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { kind, format, words, period, ...filter } = parsed.value;
  if (kind !== 'trend' && overviewScope(actor) === null) return refusal('not_authorised');
  const chosen = period === undefined ? await presentPeriod(house) : await periodById(house, period);
  if (chosen === null) return badInput({ period: 'not_a_choice' });
  const said = Object.entries(kind === 'trend' ? filter : { period: chosen.id }).filter(
    ([, value]) => value !== '',
  );
  const id = house.newId();
  await askForExport(house.db, {
    ...{ id, kind, format, words, asked: Object.fromEntries(said) },
    ...{ askedAt: house.now(), askedById: actor.staffId },
  });
  return done({ exportId: id });
}

const refSchema = z.object({ exportId: z.uuid('malformed') });

/** Stops a file of one's own that is not made yet. */
export async function cancelExport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly exportId: string }>> {
  const parsed = parseInput(refSchema, raw);
  const job = parsed.ok ? await readExport(house.db, parsed.value.exportId) : null;
  if (job === null || actor.kind !== 'staff' || job.askedById !== actor.staffId) return refusal('not_found');
  const to = { status: 'cancelled' as const, finishedAt: house.now() };
  const isStopped = await moveExport(house.db, job.id, ['waiting', 'running'], to);
  return isStopped ? done({ exportId: job.id }) : refusal('stale');
}
