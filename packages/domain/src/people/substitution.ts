import { BrokenStream } from '../broken-stream.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';
import type { Role } from './actor.ts';

/** Somebody is away, and who acts in their place from the first day to the last. */
export type Substitution = {
  readonly id: string;
  readonly staffId: string;
  readonly substituteId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly endedAt: Instant | null;
};

export type SubstitutionEvent =
  | ({ readonly type: 'SubstituteNamed'; readonly at: Instant } & Omit<Substitution, 'endedAt'>)
  | { readonly type: 'SubstitutionEnded'; readonly at: Instant };

export function evolveSubstitution(state: Substitution | null, event: SubstitutionEvent): Substitution {
  if (event.type === 'SubstituteNamed') {
    const { id, staffId, substituteId, from, to } = event;
    return { id, staffId, substituteId, from, to, endedAt: null };
  }
  if (state === null) throw new BrokenStream(`${event.type} before SubstituteNamed`);
  return { ...state, endedAt: event.at };
}

export type SubstitutionRefusal =
  | 'substitute_is_absent_person'
  | 'substitute_left'
  | 'substitute_of_other_department'
  | 'substitute_in_conflict'
  | 'substitution_overlaps'
  | 'substitution_in_circle'
  | 'date_in_the_past'
  | 'substitution_ended';

/** A person as far as standing in for each other asks. */
export type Colleague = {
  readonly id: string;
  readonly departmentId: string;
  /** Whether complaints can be about their department. */
  readonly isOfDepartment: boolean;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
};

export type NameSubstitute = Omit<Substitution, 'endedAt'>;

/** Roles that stay with the person: running the system, opening identities, and looking on from outside. */
const KEPT_ROLES: readonly Role[] = ['system_admin', 'custodian', 'auditor'];
const DEPARTMENT_ROLES: readonly Role[] = ['department_officer', 'department_head'];

/** The roles that a substitute acts with. */
export function lentRoles(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => !KEPT_ROLES.includes(role));
}

/**
 * Names a substitute. A department is stood in for from within; the window, triage, inspection and leading never by
 * somebody of a department that complaints can be about. One substitute at a time, and nobody in the end for themselves.
 */
export function nameSubstitute(
  command: NameSubstitute,
  context: {
    readonly absent: Colleague;
    readonly substitute: Colleague;
    /** Whatever was named and is not over. */
    readonly others: readonly Substitution[];
    readonly today: LocalDate;
    readonly now: Instant;
  },
): Decision<SubstitutionEvent, SubstitutionRefusal> {
  const { absent, substitute, others, today, now } = context;
  if (absent.id === substitute.id) return refused('substitute_is_absent_person');
  if (!substitute.isActive) return refused('substitute_left');
  if (command.to < command.from || command.to < today) return refused('date_in_the_past');
  const lent = lentRoles(absent.roles);
  const isOfSame = absent.departmentId === substitute.departmentId;
  if (lent.some((role) => DEPARTMENT_ROLES.includes(role)) && !isOfSame)
    return refused('substitute_of_other_department');
  if (lent.some((role) => !DEPARTMENT_ROLES.includes(role)) && substitute.isOfDepartment && !isOfSame)
    return refused('substitute_in_conflict');
  const overlapping = others.filter(
    (one) => one.endedAt === null && one.from <= command.to && command.from <= one.to,
  );
  if (overlapping.some((one) => one.staffId === absent.id)) return refused('substitution_overlaps');
  if (reachable(substitute.id, overlapping).includes(absent.id)) return refused('substitution_in_circle');
  return happened({ type: 'SubstituteNamed', at: now, ...command });
}

export function endSubstitution(
  state: Substitution,
  now: Instant,
): Decision<SubstitutionEvent, SubstitutionRefusal> {
  return state.endedAt === null
    ? happened({ type: 'SubstitutionEnded', at: now })
    : refused('substitution_ended');
}

export function isRunning({ from, to, endedAt }: Substitution, on: LocalDate): boolean {
  return endedAt === null && from <= on && on <= to;
}

/**
 * Everybody for whom a person acts on a day, nearest first: those who named them, and those who named these, as they are away
 * themselves.
 */
export function representedBy(
  staffId: string,
  substitutions: readonly Substitution[],
  on: LocalDate,
): readonly string[] {
  const running = substitutions.filter((one) => isRunning(one, on));
  const found: string[] = [];
  let next = [staffId];
  while (next.length > 0) {
    const absent = running
      .filter((one) => next.includes(one.substituteId))
      .map((one) => one.staffId)
      .filter((id) => id !== staffId && !found.includes(id));
    found.push(...new Set(absent));
    next = absent;
  }
  return found;
}

/** Who in the end acts for a person on a day: the last of the chain, or the person where they are not away. */
export function actsFor(staffId: string, substitutions: readonly Substitution[], on: LocalDate): string {
  const chain = reachable(
    staffId,
    substitutions.filter((one) => isRunning(one, on)),
  );
  return chain.at(-1) ?? staffId;
}

/** Substitute of the person, substitute of the substitute, and so on; ends where a circle would begin. */
function reachable(staffId: string, substitutions: readonly Substitution[]): readonly string[] {
  const chain: string[] = [];
  const queue = [staffId];
  for (let person = queue.shift(); person !== undefined; person = queue.shift()) {
    const at = person;
    for (const { staffId: absent, substituteId } of substitutions)
      if (absent === at && substituteId !== staffId && !chain.includes(substituteId)) {
        chain.push(substituteId);
        queue.push(substituteId);
      }
  }
  return chain;
}
