import type { Database } from '../database.ts';
import type { Contact as ContactRow } from '../generated/client.ts';
import type { Statement } from '../statement.ts';
import type { Keyring } from './keyring.ts';

/** Who the complainant is. Empty strings where nothing was given. */
export type Contact = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly locale: string;
  /** Who stood at the desk for the complainant; a person of their own. */
  readonly representative?: Representative | null;
};

export type Representative = { readonly name: string; readonly phone: string; readonly relation: string };

/** The statement that keeps contact data, sealed field by field. */
export function insertContact(complaintId: string, contact: Contact, keyring: Keyring): Statement {
  return {
    name: 'insert-contact',
    text: `INSERT INTO contact (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: sealedValues(complaintId, contact, keyring),
  };
}

/**
 * The statement that keeps contact data instead of what was kept, or of what was removed; everything is sealed anew under the
 * key in use.
 */
export function replaceContact(complaintId: string, contact: Contact, keyring: Keyring): Statement {
  const { text, values } = insertContact(complaintId, contact, keyring);
  const updates = COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`);
  return {
    name: 'replace-contact',
    text: `${text} ON CONFLICT (complaint_id) DO UPDATE SET ${updates.join(', ')}, removed_at = NULL, removed_under = NULL`,
    values,
  };
}

const COLUMNS = [
  ...['complaint_id', 'key_id', 'name', 'phone', 'email', 'phone_hash', 'locale'],
  ...['representative_name', 'representative_phone', 'relation'],
];

function sealedValues(complaintId: string, contact: Contact, keyring: Keyring): Statement['values'] {
  const seal = (field: 'name' | 'phone' | 'email') =>
    contact[field] === '' ? null : keyring.seal(contact[field], contactContext(field, complaintId));
  const other = contact.representative ?? null;
  const sealOther = (field: 'name' | 'phone') =>
    other === null || other[field] === ''
      ? null
      : keyring.seal(other[field], contactContext(`representative_${field}`, complaintId));
  return [
    ...[complaintId, keyring.keyId, seal('name'), seal('phone'), seal('email')],
    ...[contact.phone === '' ? null : phoneHash(contact.phone, keyring), contact.locale],
    ...[sealOther('name'), sealOther('phone'), other?.relation ?? null],
  ];
}

/** The contact data of one complaint, opened; null where none is kept or it was removed. Callers record the look. */
export async function readContact(
  db: Pick<Database, 'prisma'>,
  complaintId: string,
  keyring: Keyring,
): Promise<Contact | null> {
  return (await openContacts(db, [complaintId], keyring)).get(complaintId) ?? null;
}

/** The contact data of several complaints, opened; those of which none is kept any more are missing. Callers record the look. */
export async function openContacts(
  db: Pick<Database, 'prisma'>,
  complaintIds: readonly string[],
  keyring: Keyring,
): Promise<ReadonlyMap<string, Contact>> {
  if (complaintIds.length === 0) return new Map();
  const rows = await db.prisma.contact.findMany({
    where: { complaintId: { in: [...complaintIds] }, removedAt: null },
  });
  return new Map(rows.map((row) => [row.complaintId, opened(row, keyring)]));
}

function opened(row: ContactRow, keyring: Keyring): Contact {
  const { complaintId } = row;
  const open = (field: 'name' | 'phone' | 'email') => {
    const sealed = row[field];
    return sealed === null ? '' : keyring.open(sealed, contactContext(field, complaintId), row.keyId);
  };
  const openOther = (sealed: Uint8Array | null, field: 'name' | 'phone') =>
    sealed === null
      ? ''
      : keyring.open(sealed, contactContext(`representative_${field}`, complaintId), row.keyId);
  const representative =
    row.relation === null
      ? null
      : {
          name: openOther(row.representativeName, 'name'),
          phone: openOther(row.representativePhone, 'phone'),
          relation: row.relation,
        };
  const { locale } = row;
  return { name: open('name'), phone: open('phone'), email: open('email'), locale, representative };
}

/** The context that binds a sealed field, by the name of its column, to its complaint. */
export function contactContext(
  column: 'name' | 'phone' | 'email' | 'representative_name' | 'representative_phone',
  complaintId: string,
): string {
  return `contact:${column}:${complaintId}`;
}

/** Keyed hash of a phone number, so that the same phone is found however it is written: digits only, without +86. */
export function phoneHash(phone: string, keyring: Keyring): Buffer {
  return keyring.keyedHash('phone', phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''));
}
