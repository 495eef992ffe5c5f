import { loadIndicator, readIndicators, readNames, saveChange } from '@bihuan/db';
import {
  decideIndicator,
  evolveIndicator,
  hasDraft,
  hasRole,
  isCounted,
  isInForce,
  ownerIdsOf,
  shownDefinition,
  wrongWeight,
  type Actor,
  type Indicator,
  type IndicatorDefinition,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { retrying } from '../../work.ts';
import { changeOf, indicatorContext } from './change-indicator.ts';

const schema = z.object({
  year: typedNumber(2020, 2099),
  /** Only those that this department owns; none means all of the year. */
  departmentId: z.preprocess((id) => (id === '' ? undefined : id), z.uuid('unknown_department').optional()),
});

/**
 * Publishes what is drafted for a year, all of it or what one department owns, together: refused where the indicators of
 * a department that would be in force then do not weigh 100.
 */
export async function publishIndicators(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly published: number; readonly year: number }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_authorised');
  const { year, departmentId } = parsed.value;
  return retrying(async () => {
    const all = (await readIndicators(house.db, year)).map(({ state }) => state);
    const chosen = all.filter(
      (one) => hasDraft(one) && (departmentId === undefined || touchedBy(one).includes(departmentId)),
    );
    if (chosen.length === 0) return refusal('nothing_drafted');
    const ids = new Set(chosen.map(({ id }) => id));
    const inForce = all.flatMap((one) =>
      ids.has(one.id) ? [draftOf(one)] : isCounted(one) ? [shownDefinition(one)] : [],
    );
    const wrong = wrongWeight(inForce, [...new Set(chosen.flatMap(touchedBy))]);
    if (wrong !== null) return weightsRefused(house, year, wrong);
    const context = await indicatorContext(house, actor, null);
    const changes = [];
    for (const { id } of chosen) {
      const loaded = await loadIndicator(house.db, id);
      if (loaded === null) return refusal('stale');
      const decision = decideIndicator(loaded.state, { type: 'publish' }, context);
      if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
      const after = decision.events.reduce<Indicator>(evolveIndicator, loaded.state);
      changes.push(changeOf(after, loaded.head, decision.events, actor));
    }
    const saved = await saveChange(house.db, {
      statements: changes.flatMap(({ statements }) => statements),
      jobs: changes.flatMap(({ jobs }) => jobs),
    });
    return saved.ok ? done({ published: chosen.length, year }) : refusal('stale');
  });
}

function draftOf(indicator: Indicator): IndicatorDefinition {
  return ('draft' in indicator && indicator.draft?.definition) || shownDefinition(indicator);
}

/** Departments whose weights change: those that own it, and those that will. */
function touchedBy(indicator: Indicator): readonly string[] {
  const before = isInForce(indicator) ? ownerIdsOf(shownDefinition(indicator)) : [];
  return [...before, ...ownerIdsOf(draftOf(indicator))];
}

async function weightsRefused(
  house: House,
  year: number,
  { departmentId, sum }: { readonly departmentId: string; readonly sum: number },
) {
  const { departments } = await readNames(house.db, [departmentId]);
  const { name = '', nameEn = '' } = departments.get(departmentId) ?? {};
  return refusal('indicator_weights_wrong', { department: name, departmentEn: nameEn, sum, year });
}
