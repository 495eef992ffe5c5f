import type { TriageAids } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

/** What a department has in hand, in few words. */
export function workloadText(load: TriageAids['workloads'][string] | undefined): string {
  const { open = 0, late = 0, weighted = 0 } = load ?? {};
  return m.triage_workload({ open: String(open), late: String(late), weighted: String(weighted) });
}
