import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { localDate, statement } from '../supervision/item-input.ts';
import { cardRef, changeCard, type ChangedCard } from './change-card.ts';

const schema = z.object({ ...cardRef, on: localDate, record: statement });

/** Records a talk (约谈) held over a card. For triage admins and leaders. */
export async function holdTalk(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedCard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { on, record } = parsed.value;
  return changeCard(house, actor, parsed.value, { type: 'hold_talk', on, record });
}
