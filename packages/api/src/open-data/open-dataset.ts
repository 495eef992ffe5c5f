import { createHash } from 'node:crypto';
import { readLogMark } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { openDataOf } from '../policy/rules-in-force.ts';
import { remember } from '../remember.ts';
import { refusal, done, type Result } from '../result.ts';
import { anchorLines } from './anchor-lines.ts';
import { bulletinLines } from './bulletin-lines.ts';
import { complaintLines } from './complaint-lines.ts';
import { DATASETS, type DatasetLine, type DatasetName, type OpenDataset } from './dataset.ts';
import { answerLines } from './open-answers.ts';
import { scoreboardLines } from './scoreboard-lines.ts';

/** Counted data may be this old, in milliseconds. */
const FRESH = 60_000;

const schema = z.object({ name: z.enum(DATASETS) });

/** A dataset that everybody may have, without anything that tells of a person. Small counts are held back. */
export async function openDataset(house: House, raw: unknown): Promise<Result<OpenDataset>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { name } = parsed.value;
  const policy = await openDataOf(house);
  if (name === 'answers') {
    const mark = `answers-${await readLogMark(house.db)}`;
    return done({ name, asOf: house.now(), mark, leastCell: policy.leastCell, pages: answerLines(house) });
  }
  const { asOf, lines, mark } = await remember(house, `open data:${name}`, FRESH, async () => {
    const counted = await LINES[name](house, policy);
    return { asOf: house.now(), lines: counted, mark: markOf(counted) };
  });
  return done({ name, asOf, mark, leastCell: policy.leastCell, pages: onePage(lines) });
}

type Counted = Exclude<DatasetName, 'answers'>;

const LINES: Readonly<
  Record<
    Counted,
    (house: House, policy: Awaited<ReturnType<typeof openDataOf>>) => Promise<readonly DatasetLine[]>
  >
> = {
  scoreboard: scoreboardLines,
  complaints: complaintLines,
  bulletins: bulletinLines,
  anchors: anchorLines,
};

function markOf(lines: readonly DatasetLine[]): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 22);
}

async function* onePage(lines: readonly DatasetLine[]): AsyncGenerator<readonly DatasetLine[]> {
  yield await Promise.resolve(lines);
}
