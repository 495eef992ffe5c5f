import { NOTICES_ABOUT, saveChange } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { noticeFacts } from './notice-facts.ts';
import { noticeRulesOf } from './notice-rules-in-force.ts';
import type { Speech } from './speech.ts';
import { tellComplainants } from './tell-complainants.ts';
import { tellStaff } from './tell-staff.ts';

export type Announcer = {
  readonly speech: Speech;
  /** Where the staff works; empty where it is not known, and then messages to staff have no link. */
  readonly adminUrl: string;
};

const jobSchema = z.object({
  // Jobs of the version before name no stream; they are all of complaints.
  about: z.enum(NOTICES_ABOUT, 'not_a_choice').default('complaint'),
  occasion: z
    .string('required')
    .regex(/^([0-9a-f-]{36}:\d{1,9}|[a-z_]{1,40}:[^:]{1,80}:[a-z_]{1,20}:\d{1,15})$/, 'malformed'),
});

/**
 * Finds out who is to be told of an event, by the rules in force, and writes to them: lines for the bell, and messages with
 * the jobs that deliver them, in one transaction. However often it runs, everybody is written to once. Returns how many
 * statements that took.
 */
export async function announceEvent(
  house: House,
  announcer: Announcer,
  raw: unknown,
): Promise<Result<number>> {
  const job = parseInput(jobSchema, raw);
  if (!job.ok) return job;
  const { about, occasion } = job.value;
  const facts = await noticeFacts(house, about, occasion);
  if (facts === null) return done(0);
  const rules = await noticeRulesOf(house);
  const statements = [
    ...(await tellComplainants(house, announcer.speech, rules, facts, occasion)),
    ...(await tellStaff(house, announcer, rules, facts, occasion)),
  ];
  if (statements.length > 0) {
    const saved = await saveChange(house.db, { statements });
    if (!saved.ok) throw new Error(`a notice was refused by ${saved.conflict}`);
  }
  return done(statements.length);
}
