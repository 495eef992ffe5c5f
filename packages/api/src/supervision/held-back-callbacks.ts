import { visibleFindings, type Actor, type Instant, type SupervisionItem } from '@bihuan/domain';

/**
 * The moments of callbacks that are the second finding of a running verification and not to be seen by this person yet, so
 * that the complaint's page does not tell what the item's page withholds.
 */
export function heldBackCallbacks(item: SupervisionItem | null, actor: Actor): ReadonlySet<Instant> {
  if (item === null) return new Set();
  const visible = visibleFindings(item.findings, actor.kind === 'staff' ? actor.staffId : '');
  const withheld = item.findings.filter(
    (finding) => !visible.includes(finding) && finding.kind === 'callback',
  );
  return new Set(withheld.map(({ at }) => at));
}
