import { hasRole, type Actor, type Bulletin, type BulletinKind, type BulletinStatus } from '@bihuan/domain';

const PUBLIC: readonly BulletinStatus[] = ['published', 'archived'];

/** Who works on bulletins, or reads them before everybody else does. */
export function seesUnpublished(actor: Actor): boolean {
  return hasRole(actor, 'triage_admin', 'leader', 'auditor');
}

/** Which bulletins of a kind this person may see; special reports go upward and to nobody else. */
export function visibleStatuses(actor: Actor, kind: BulletinKind): readonly BulletinStatus[] {
  if (seesUnpublished(actor)) return ['draft', 'approved', ...PUBLIC];
  return kind === 'monthly' && actor.kind === 'staff' ? PUBLIC : [];
}

export function seesBulletin(actor: Actor, { kind, status }: Bulletin): boolean {
  return visibleStatuses(actor, kind).includes(status);
}
