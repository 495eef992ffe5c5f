import { isInForce, ownerIdsOf, shownDefinition, unconfirmedResults, type Indicator } from '@bihuan/domain';
import type { StreamHead } from '../../audit/append-events.ts';

/** The columns of `indicator`, all of which its events fold to. */
export function indicatorRow(state: Indicator, head: StreamHead) {
  const definition = shownDefinition(state);
  const { name, category, method } = definition;
  return {
    id: state.id,
    number: state.number,
    year: state.year,
    status: state.status,
    category,
    name,
    department_ids: ownerIdsOf(definition),
    juror_ids: method.kind === 'jury' ? method.jurorIds : [],
    item_ids: isInForce(state) ? state.items.map(({ id }) => id) : [],
    waiting: unconfirmedResults(state).length,
    state,
    version: head.version,
    head_hash: head.hash,
  };
}
