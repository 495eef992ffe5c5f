import { randomBytes } from 'node:crypto';
import { FILING_FIELD_NAMES, type TypedFiling } from './filing-fields.ts';

type Fields = Readonly<Record<string, string>>;

/** A form nobody has typed in yet, with its own once-only token: however often it is sent, it makes one complaint. */
export function blankFiling(): TypedFiling {
  return { ...typedFiling({}), complainantKind: 'citizen', openness: 'confidential', once: newToken() };
}

/** What was typed, field by field; what else was sent is left out. */
export function typedFiling(fields: Fields): TypedFiling {
  const typed = FILING_FIELD_NAMES.map((name) => [name, fields[name] ?? ''] as const);
  const { once = '' } = fields;
  return {
    ...(Object.fromEntries(typed) as TypedFiling),
    once: /^[\w-]{22}$/.test(once) ? once : newToken(),
  };
}

/**
 * The matter as the use case takes it. What the page hides from a citizen or an anonymous person does not count, even
 * where it was filled in before they chose so.
 */
export function filedMatter(typed: TypedFiling, locale: string): Readonly<Record<string, unknown>> {
  const { complainantKind, openness, title, body, causeClass, aboutDepartmentId, place, wish, once } = typed;
  const isEnterprise = complainantKind === 'enterprise';
  const isAnonymous = openness === 'anonymous';
  return {
    ...{
      channel: 'portal',
      locale,
      once,
      complainantKind,
      openness,
      title,
      body,
      place,
      wish,
      aboutDepartmentId,
    },
    causeClass: causeClass === '' ? undefined : causeClass,
    enterpriseName: isEnterprise ? typed.enterpriseName : '',
    creditCode: isEnterprise ? typed.creditCode : '',
    name: isAnonymous ? '' : typed.name,
    phone: isAnonymous ? '' : typed.phone,
    email: isAnonymous ? '' : typed.email,
    tried: {
      desk: typed['tried.desk'],
      step: typed['tried.step'],
      when: typed['tried.when'],
      trips: typed['tried.trips'].trim(),
      answer: typed['tried.answer'],
    },
  };
}

function newToken(): string {
  return randomBytes(16).toString('base64url');
}
