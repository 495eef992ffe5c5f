import {
  faultOfText,
  INSPECTION_VARIABLES,
  SPECIAL_SECTIONS,
  type Actor,
  type BulletinTexts,
  type TextKey,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, type InputCode, type Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';

const KEYS = ['title', 'recipients', 'copies', ...SPECIAL_SECTIONS] as const satisfies readonly TextKey[];
type Key = (typeof KEYS)[number];

const schema = z.object({
  ...inspectionRef,
  ...(Object.fromEntries(KEYS.map((key) => [key, typedText(0, 5000).optional()])) as Record<
    Key,
    z.ZodOptional<ReturnType<typeof typedText>>
  >),
});

/** Writes the texts of a report; those not sent stay. A text names a figure by its variable. */
export async function editInspectionReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { inspectionId, version, ...typed } = parsed.value;
  const texts: Partial<Record<Key, string>> = {};
  const fields: Record<string, InputCode> = {};
  for (const key of KEYS) {
    const text = typed[key];
    if (text === undefined) continue;
    texts[key] = text;
    const fault = faultOfText(key, text, INSPECTION_VARIABLES);
    if (fault !== null) fields[key] = fault;
  }
  if (Object.keys(fields).length > 0) return badInput(fields);
  const command = { type: 'edit_report', texts: texts satisfies BulletinTexts } as const;
  return changeInspection(house, actor, { inspectionId, version }, command);
}
