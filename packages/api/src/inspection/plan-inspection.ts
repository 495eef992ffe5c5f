import { NEW_HEAD, saveChange, saveInspection } from '@bihuan/db';
import { foldInspection, planInspection as decidePlan, type Actor, type Inspection } from '@bihuan/domain';
import { z } from 'zod';
import { listCategories } from '../complaint/list-categories.ts';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import { localDate } from '../supervision/item-input.ts';
import { drawnNumber } from '../supervision/item-number.ts';
import { eventActor, retrying } from '../work.ts';
import type { ChangedInspection } from './change-inspection.ts';

const schema = z.object({
  theme: typedText(4, 100),
  basis: typedText(2, 500),
  departmentIds: z.array(z.uuid('unknown_department'), 'required').max(60, 'out_of_range').default([]),
  categories: z.array(typedText(1, 60), 'required').max(50, 'out_of_range').default([]),
  fromOn: localDate,
  toOn: localDate,
});

/**
 * Plans a special inspection (专项督查): theme, basis document, period, and where it looks, by departments, by categories or
 * both. Its team is formed afterwards.
 */
export async function planInspection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { theme, basis, fromOn, toOn } = parsed.value;
  const departmentIds = [...new Set(parsed.value.departmentIds)];
  const categories = [...new Set(parsed.value.categories)];
  if (toOn < fromOn) return badInput({ toOn: 'out_of_range' });
  if (departmentIds.length === 0 && categories.length === 0) return badInput({ departmentIds: 'required' });
  const departments = (await answerableDepartments(house)).map(({ id }) => id);
  if (departmentIds.some((id) => !departments.includes(id)))
    return badInput({ departmentIds: 'unknown_department' });
  const known = (await listCategories(house)).map(({ code }) => code);
  if (categories.some((code) => !known.includes(code))) return badInput({ categories: 'unknown_category' });
  return retrying(async () => {
    const now = house.now();
    const id = house.newId();
    const number = drawnNumber('DC', now, house.randomBytes);
    const scope = { departmentIds, categories };
    const decision = decidePlan(
      { type: 'plan', id, number, theme, basis, scope, fromOn, toOn },
      { actor, now },
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const state = foldInspection(decision.events) as Inspection;
    const statements = saveInspection(state, NEW_HEAD, [], decision.events, eventActor(actor));
    const saved = await saveChange(house.db, { statements });
    return saved.ok ? done({ inspectionId: id, status: state.status }) : refusal('stale');
  });
}
