import type { Role } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import { openChoice, type SealedChoice, type StaffNoticeChoice } from './staff-notice-choice.ts';

export type StaffToTell = {
  readonly id: string;
  readonly locale: 'zh-CN' | 'en';
  readonly departmentId: string;
  readonly roles: readonly Role[];
  readonly choice: StaffNoticeChoice;
};

type Row = {
  id: string;
  locale: string;
  departmentId: string;
  roles: Role[];
  choice: (Omit<SealedChoice, 'email' | 'phone'> & { email: string | null; phone: string | null }) | null;
};

/** Everybody who works here now and has one of the roles, or is named; with how they want to be told. */
export async function staffToTell(
  db: Pick<Database, 'pool'>,
  { roles, named = [] }: { readonly roles: readonly Role[]; readonly named?: readonly string[] },
  keyring: Keyring,
): Promise<readonly StaffToTell[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'staff-to-tell',
    text: `SELECT staff.id, staff.locale, staff.department_id AS "departmentId", staff.roles,
  CASE WHEN choice.staff_id IS NULL THEN NULL ELSE jsonb_build_object('keyId', choice.key_id, 'mode', choice.mode,
    'muted', choice.muted, 'email', encode(choice.email, 'base64'), 'phone', encode(choice.phone, 'base64')) END AS choice
FROM staff LEFT JOIN staff_notice_choice choice ON choice.staff_id = staff.id
WHERE staff.is_active AND (staff.roles && $1::text[] OR staff.id = ANY($2::uuid[])) ORDER BY staff.id`,
    values: [roles, named],
  });
  return rows.map(({ choice, locale, ...row }) => ({
    ...row,
    locale: locale === 'en' ? 'en' : 'zh-CN',
    choice: openChoice(
      row.id,
      choice && { ...choice, email: bytesOf(choice.email), phone: bytesOf(choice.phone) },
      keyring,
    ),
  }));
}

function bytesOf(text: string | null): Uint8Array | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
