import { isMasked } from '@bihuan/domain';
import { typedText } from '../parse-input.ts';

/** A masked value, copied from a page that shows it so, is never kept in place of what it stands for. */
export const contactName = typedText(0, 50).refine((text) => !isMasked(text), 'masked_value');

/** A mobile or landline number as people write it: digits, with spaces, hyphens and a leading +86 allowed. */
export const phone = typedText(0, 30)
  .refine((text) => !isMasked(text), 'masked_value')
  .refine(
    (text) =>
      text === '' || /^(\+?86)?1[3-9]\d{9}$|^0\d{9,11}(\d{1,6})?$/.test(text.replace(/[\s()（）-]/g, '')),
    'phone_malformed',
  );

export const email = typedText(0, 254)
  .refine((text) => !isMasked(text), 'masked_value')
  .refine((text) => text === '' || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text), 'email_malformed');
