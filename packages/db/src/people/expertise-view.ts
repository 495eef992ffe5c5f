import type { ExpertiseKind, LocalDate, TeamCandidate } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

export type TeamPerson = TeamCandidate & {
  readonly name: string;
  readonly departmentId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
};

/**
 * Everybody who works here and can be on a team on a day, with their open verifications, the departments they are bound to and
 * whether somebody acts in their place.
 */
export async function readTeamPeople(db: Reads, on: LocalDate): Promise<readonly TeamPerson[]> {
  const { rows } = await db.pool.query<TeamPerson>({
    name: 'read-team-people',
    text: `SELECT staff.id AS "staffId", staff.name, staff.department_id AS "departmentId", expertise.kind,
  expertise.categories, expertise.from_on::text AS "fromOn", expertise.to_on::text AS "toOn",
  ARRAY(SELECT staff.department_id UNION SELECT absent.department_id FROM substitution
    JOIN staff absent ON absent.id = substitution.staff_id
    WHERE substitute_id = staff.id AND ended_at IS NULL AND $1::date BETWEEN substitution.from_on AND substitution.to_on)
    AS "departmentIds",
  EXISTS (SELECT FROM substitution WHERE staff_id = staff.id AND ended_at IS NULL
    AND $1::date BETWEEN substitution.from_on AND substitution.to_on) AS "isAway",
  (SELECT count(*)::int FROM supervision_item WHERE status = 'verifying' AND inspector_id = staff.id)
    AS "openVerifications"
FROM expertise JOIN staff ON staff.id = expertise.staff_id AND staff.is_active
WHERE expertise.from_on <= $1::date AND coalesce(expertise.to_on, 'infinity') >= $1::date
ORDER BY staff.login`,
    values: [on],
  });
  return rows;
}

/** What a person is for from a day on. */
export type NewExpertise = {
  readonly id: string;
  readonly staffId: string;
  readonly kind: ExpertiseKind;
  readonly categories: readonly string[];
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
  readonly createdAt: string;
  readonly createdById: string;
};

/** Keeps an entry, in place of one of the same day; the entry before it ends the day before. */
export async function keepExpertise(
  db: Pick<Database, 'prisma'>,
  { staffId, fromOn, toOn, categories, ...rest }: NewExpertise,
): Promise<void> {
  const from = new Date(fromOn);
  const dayBefore = new Date(from.getTime() - 86_400_000);
  const data = { ...rest, categories: [...categories], toOn: toOn === null ? null : new Date(toOn) };
  const { id: _, ...changed } = data;
  await db.prisma.$transaction([
    db.prisma.expertiseRow.updateMany({
      where: { staffId, fromOn: { lt: from }, OR: [{ toOn: null }, { toOn: { gte: from } }] },
      data: { toOn: dayBefore },
    }),
    db.prisma.expertiseRow.upsert({
      where: { staffId_fromOn: { staffId, fromOn: from } },
      create: { ...data, staffId, fromOn: from },
      update: changed,
    }),
  ]);
}
