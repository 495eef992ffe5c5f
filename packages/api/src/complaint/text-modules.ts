import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

/** A sentence written often; typing `/code` puts it into a text. */
export type TextModule = { readonly code: string; readonly text: string };

const code = z
  .string('required')
  .trim()
  .toLowerCase()
  .min(1, 'required')
  .max(12, 'too_long')
  .regex(/^[\p{L}\p{N}]+$/u, 'malformed');

const kept = z.object({ code, text: typedText(2, 500) });
const dropped = z.object({ code });

/** The text modules of the hall, by code. For the window and triage. */
export async function listTextModules(house: House, actor: Actor): Promise<Result<readonly TextModule[]>> {
  if (!hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const rows = await house.db.prisma.textModule.findMany({ orderBy: { code: 'asc' } });
  return done(rows.map(({ code: of, text }) => ({ code: of, text })));
}

/** Adds a text module, or gives the one with this code another text. */
export async function keepTextModule(house: House, actor: Actor, raw: unknown): Promise<Result<TextModule>> {
  if (!hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const parsed = parseInput(kept, raw);
  if (!parsed.ok) return parsed;
  const { code: of, text } = parsed.value;
  const change = { text, changedAt: house.now() };
  await house.db.prisma.textModule.upsert({
    where: { code: of },
    create: { code: of, ...change },
    update: change,
  });
  return done({ code: of, text });
}

/** Takes a text module away; nothing happens where it is gone already. */
export async function dropTextModule(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (!hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const parsed = parseInput(dropped, raw);
  if (!parsed.ok) return parsed;
  await house.db.prisma.textModule.deleteMany({ where: { code: parsed.value.code } });
  return done(null);
}
