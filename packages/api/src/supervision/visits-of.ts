import { toDomainEvent, type DepartmentName, type StoredEvent } from '@bihuan/db';
import type { ItemEvent, LocalDate, VisitKind } from '@bihuan/domain';
import type { PersonView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

/** A visit on the spot or a talk. `ref`: the place of its event in the stream. */
export type VisitView = {
  readonly ref: string;
  readonly kind: VisitKind;
  readonly on: LocalDate;
  readonly place: string;
  readonly department: DepartmentName | null;
  readonly isAnnounced: boolean;
  readonly inspectors: readonly PersonView[];
  readonly text: string;
};

/** Visits and talks of an item, the oldest first. */
export function visitsOf(stored: readonly StoredEvent[], shown: Shown): readonly VisitView[] {
  return stored.flatMap((event): readonly VisitView[] => {
    const visit = toDomainEvent<ItemEvent>(event);
    if (visit.type !== 'VisitRecorded') return [];
    const { kind, on, place, isAnnounced, text } = visit;
    return [
      {
        ...{ ref: String(event.version), kind, on, place, isAnnounced, text },
        department: shown.department(visit.departmentId),
        inspectors: visit.inspectorIds.flatMap((id) => shown.person(id) ?? []),
      },
    ];
  });
}
