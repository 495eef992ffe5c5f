import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { findLookAlikes } from '../find-lookalikes.ts';
import { LIMITS } from '../matter-schema.ts';
import { joinableCases, type JoinableCase } from './joinable-case.ts';

const schema = z.object({ q: typedText(1, LIMITS.title) });
const COMPARED = 40;
const MOST = 10;

/** The running cases open to others that are most like what somebody says theirs is, in one line. */
export async function findJoinable(house: House, raw: unknown): Promise<Result<readonly JoinableCase[]>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const subject = { id: null, title: parsed.value.q, body: '', place: '', departmentId: null };
  const alike = await findLookAlikes(house, { ...subject, submittedAt: house.now() }, COMPARED);
  return done(
    await joinableCases(
      house,
      alike.map(({ id }) => id),
      MOST,
    ),
  );
}
