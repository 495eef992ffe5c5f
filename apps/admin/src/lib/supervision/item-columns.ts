import type { ItemColumn } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

/** What stands above each column of the supervision list. */
export const columnTerm: Readonly<Record<ItemColumn, () => string>> = {
  problem: m.supervision_fact_problem,
  responsible: m.supervision_column_responsible,
  deadline: m.supervision_column_deadline,
  status: m.supervision_column_status,
  progress: m.supervision_column_progress,
  source: m.supervision_fact_source,
  importance: m.supervision_fact_importance,
  next: m.list_column_next,
  category: m.list_category,
  cards: m.list_cards,
  inspector: m.list_inspector,
  complaints: m.list_column_complaints,
  returns: m.list_column_returns,
};
