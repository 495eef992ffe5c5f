import {
  faultOfText,
  MONTH_SECTIONS,
  MONTH_VARIABLES,
  SPECIAL_SECTIONS,
  SPECIAL_VARIABLES,
  type Actor,
  type BulletinTexts,
  type TextKey,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, done, type InputCode, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';

const KEYS: readonly TextKey[] = [
  ...new Set<TextKey>(['title', 'recipients', 'copies', ...MONTH_SECTIONS, ...SPECIAL_SECTIONS]),
];

const schema = z.object({
  ...bulletinRef,
  ...(Object.fromEntries(KEYS.map((key) => [key, typedText(0, 5000).optional()])) as Record<
    TextKey,
    z.ZodOptional<ReturnType<typeof typedText>>
  >),
});

/**
 * Writes the texts of a draft; those not sent stay. Figures are not among them: a text names a figure by its variable, and
 * one typed by hand is sent back (`figure_typed`).
 */
export async function editBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { bulletinId, version, ...typed } = parsed.value;
  return changeBulletin(house, actor, { bulletinId, version }, async ({ snapshot }) => {
    const isMonth = snapshot.of === 'month';
    const sections: readonly TextKey[] = isMonth ? MONTH_SECTIONS : SPECIAL_SECTIONS;
    const texts: Partial<Record<TextKey, string>> = {};
    const fields: Record<string, InputCode> = {};
    for (const key of ['title', 'recipients', 'copies', ...sections] as const) {
      const text = typed[key];
      if (text === undefined) continue;
      texts[key] = text;
      const fault = faultOfText(key, text, isMonth ? MONTH_VARIABLES : SPECIAL_VARIABLES);
      if (fault !== null) fields[key] = fault;
    }
    if (Object.keys(fields).length > 0) return badInput(fields);
    return done({ type: 'edit_texts', texts: texts satisfies BulletinTexts });
  });
}
