import type { IndicatorDefinition } from './indicator.ts';

export type DefinitionFault =
  /** Base, target and stretch do not go the way of the direction. */
  | 'indicator_values_disordered'
  | 'indicator_base_missing'
  | 'indicator_steps_disordered'
  | 'indicator_basis_missing'
  | 'indicator_owner_twice'
  | 'indicator_jury_too_small';

/** What makes a definition unusable; null where nothing does. `jurorsLeast`: members that a jury has to have. */
export function definitionFault(
  { direction, base, target, stretch, method, origin, basis, owners }: IndicatorDefinition,
  jurorsLeast: number,
): DefinitionFault | null {
  const sign = direction === 'up' ? 1 : -1;
  if (new Set(owners.map(({ departmentId }) => departmentId)).size < owners.length)
    return 'indicator_owner_twice';
  if (origin === 'task_from_above' && basis === '') return 'indicator_basis_missing';
  if (method.kind === 'linear' && base === null) return 'indicator_base_missing';
  if (base !== null && sign * base > sign * target) return 'indicator_values_disordered';
  if (stretch !== null && sign * stretch <= sign * target) return 'indicator_values_disordered';
  if (method.kind === 'jury' && method.jurorIds.length < jurorsLeast) return 'indicator_jury_too_small';
  if (method.kind !== 'steps') return null;
  const isOrdered = method.steps.every(({ from, centipoints }, index) => {
    const before = method.steps[index - 1];
    return before === undefined || (sign * from > sign * before.from && centipoints > before.centipoints);
  });
  return method.steps.length > 0 && isOrdered ? null : 'indicator_steps_disordered';
}
