import { runningEscalations, type SupervisionItem } from '@bihuan/domain';
import type { EscalationView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

/** Whom lateness of the item has reached, the latest first. */
export function escalationsOf(item: SupervisionItem, shown: Shown): readonly EscalationView[] {
  const running = runningEscalations(item);
  return item.escalations.toReversed().map((step) => {
    const { at, deadline, ref, due, tier, missing, staffIds } = step;
    return {
      ...{ at, deadline, due, tier, missing },
      measure: item.measures.find(({ id }) => id === ref)?.text ?? '',
      people: staffIds.flatMap((id) => shown.person(id) ?? []),
      isRunning: running.includes(step),
    };
  });
}
