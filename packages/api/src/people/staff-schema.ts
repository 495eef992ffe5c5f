import { ROLES } from '@bihuan/domain';
import { z } from 'zod';
import { choice, typedText } from '../parse-input.ts';
import { isCommonPassword } from './session/common-passwords.ts';
import { LEAST_PASSWORD } from './session/least-password.ts';

/** What a person signs in with: letters, digits, dot, hyphen and underscore; capitals do not matter. */
export const login = typedText(1, 32)
  .transform((text) => text.toLowerCase())
  .refine((text) => text === '' || /^[a-z0-9][a-z0-9._-]{2,}$/.test(text), 'login_malformed');

/**
 * Length makes a password strong; what is in it is the person's own business, as long as it is none of those that are tried first
 * (NIST SP 800-63B, 3.1.1.2).
 */
export const newPassword = z
  .string('required')
  .min(1, 'required')
  .refine((text) => [...text].length >= LEAST_PASSWORD, 'password_too_short')
  .refine((text) => [...text].length <= 128, 'too_long')
  .refine((text) => [...text].length < LEAST_PASSWORD || !isCommonPassword(text), 'password_common');

export const staffSchema = z.object({
  login,
  name: typedText(1, 50),
  password: newPassword,
  departmentId: z.uuid('unknown_department'),
  roles: z.array(choice(ROLES), 'required').min(1, 'required'),
  isDemo: z.boolean().default(false),
});

export const departmentSchema = z.object({
  code: typedText(1, 16).refine((text) => text === '' || /^[A-Za-z0-9-]+$/.test(text), 'malformed'),
  name: typedText(2, 50),
  nameEn: typedText(0, 80).default(''),
  kind: choice(['department', 'office']),
  tierGroup: typedText(0, 16)
    .default('')
    .transform((text) => (text === '' ? null : text)),
});
