import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';

/** each: mail and SMS as things happen · digest: one mail a day · none: the bell alone */
export const NOTICE_MODES = ['each', 'digest', 'none'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

/** How one of the staff wants to be told. Empty addresses where none was given. */
export type StaffNoticeChoice = {
  readonly email: string;
  readonly phone: string;
  readonly mode: NoticeMode;
  /** Events that stay out of the bell. */
  readonly muted: readonly string[];
};

const NO_CHOICE: StaffNoticeChoice = { email: '', phone: '', mode: 'each', muted: [] };

export type SealedChoice = {
  readonly keyId: string;
  readonly email: Uint8Array | null;
  readonly phone: Uint8Array | null;
  readonly mode: string;
  readonly muted: readonly string[];
};

/** What one of the staff chose, or what holds for everybody who chose nothing. */
export async function readStaffNoticeChoice(
  db: Pick<Database, 'prisma'>,
  staffId: string,
  keyring: Keyring,
): Promise<StaffNoticeChoice> {
  const row = await db.prisma.staffNoticeChoice.findUnique({ where: { staffId } });
  return openChoice(staffId, row, keyring);
}

export async function saveStaffNoticeChoice(
  db: Pick<Database, 'prisma'>,
  staffId: string,
  { email, phone, mode, muted }: StaffNoticeChoice,
  changedAt: string,
  keyring: Keyring,
): Promise<void> {
  const seal = (text: string, field: 'email' | 'phone') =>
    text === '' ? null : new Uint8Array(keyring.seal(text, staffChoiceContext(field, staffId)));
  const sealed = { email: seal(email, 'email'), phone: seal(phone, 'phone'), keyId: keyring.keyId };
  const data = { ...sealed, mode, muted: [...muted], changedAt };
  await db.prisma.staffNoticeChoice.upsert({
    where: { staffId },
    create: { staffId, ...data },
    update: data,
  });
}

/** The context that binds a sealed address to the person it is of. */
export function staffChoiceContext(field: 'email' | 'phone', staffId: string): string {
  return `staff:${field}:${staffId}`;
}

export function openChoice(
  staffId: string,
  sealed: SealedChoice | null,
  keyring: Keyring,
): StaffNoticeChoice {
  if (sealed === null) return NO_CHOICE;
  const open = (field: 'email' | 'phone') => {
    const bytes = sealed[field];
    return bytes === null ? '' : keyring.open(bytes, staffChoiceContext(field, staffId), sealed.keyId);
  };
  return {
    email: open('email'),
    phone: open('phone'),
    mode: sealed.mode as NoticeMode,
    muted: sealed.muted,
  };
}
