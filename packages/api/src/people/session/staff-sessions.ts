import { Lucia, TimeSpan } from 'lucia';
import type { Role } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { IDLE_MS, sessionAdapter } from './session-adapter.ts';

type StaffAttributes = {
  readonly login: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly string[];
  readonly departmentId: string;
  readonly hasGivenPassword: boolean;
  readonly department: { readonly name: string; readonly nameEn: string; readonly kind: string };
};

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseUserAttributes: StaffAttributes;
    DatabaseSessionAttributes: { readonly createdAt: Date; readonly userAgent: string };
  }
}

const known = new WeakMap<House['db'], ReturnType<typeof makeLucia>>();

/** The sessions of the staff of this house. */
export function staffSessions(house: Pick<House, 'db' | 'now'>) {
  const lucia = known.get(house.db) ?? makeLucia(house);
  known.set(house.db, lucia);
  return lucia;
}

function makeLucia(house: Pick<House, 'db' | 'now'>) {
  return new Lucia(sessionAdapter(house), {
    sessionExpiresIn: new TimeSpan(IDLE_MS, 'ms'),
    getUserAttributes: ({ roles, department, ...person }: StaffAttributes) => ({
      ...{ login: person.login, name: person.name, locale: person.locale },
      ...{ departmentId: person.departmentId, hasGivenPassword: person.hasGivenPassword },
      roles: roles as readonly Role[],
      departmentName: department.name,
      departmentNameEn: department.nameEn,
      departmentKind: department.kind,
    }),
    getSessionAttributes: ({ createdAt, userAgent }: { createdAt: Date; userAgent: string }) => ({
      createdAt,
      userAgent,
    }),
  });
}
