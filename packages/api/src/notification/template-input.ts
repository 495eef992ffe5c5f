import {
  lintTemplate,
  NOTICE_EVENTS,
  TEMPLATE_KINDS,
  type NoticeLocale,
  type Template,
  type TemplateFault,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, type BadFields, type InputCode, type Result } from '../result.ts';

export const templateKey = z.object({
  event: choice(NOTICE_EVENTS),
  to: choice(['complainant', 'staff']),
  kind: choice(TEMPLATE_KINDS),
  /** Empty: for all categories that have no words of their own. */
  category: typedText(0, 60).default(''),
});

const text = typedText(0, 5000).default('');

const typed = templateKey.extend({ subject: text, body: text, subjectEn: text, bodyEn: text });

const CODES: Readonly<Record<TemplateFault, InputCode>> = {
  unknown_variable: 'unknown_variable',
  private_variable: 'private_variable',
  variable_out_of_place: 'variable_out_of_place',
  stray_brace: 'stray_brace',
  opt_out_missing: 'opt_out_missing',
  number_missing: 'number_missing',
  empty: 'required',
  too_long: 'too_long',
};

/** The words of a template in both languages as typed; bad input where anything stands against one of them. */
export async function parseTemplates(house: House, raw: unknown): Promise<Result<readonly Template[]>> {
  const parsed = parseInput(typed, raw);
  if (!parsed.ok) return parsed;
  const { subject, body, subjectEn, bodyEn, ...key } = parsed.value;
  if (key.category !== '' && (await house.db.prisma.category.count({ where: { code: key.category } })) === 0)
    return badInput({ category: 'unknown_category' });
  const isMail = key.kind === 'email';
  const templates: readonly Template[] = [
    { ...key, locale: 'zh-CN', subject: isMail ? subject : '', body },
    { ...key, locale: 'en', subject: isMail ? subjectEn : '', body: bodyEn },
  ];
  const fields = faultsOf(templates);
  return Object.keys(fields).length === 0 ? done(templates) : badInput(fields);
}

/** The first fault of each field, under the name of its field in the form. */
export function faultsOf(templates: readonly Template[]): BadFields {
  const fields: Record<string, InputCode> = {};
  for (const template of templates)
    for (const { field, fault } of lintTemplate(template))
      fields[fieldName(field, template.locale)] ??= CODES[fault];
  return fields;
}

function fieldName(field: 'subject' | 'body', locale: NoticeLocale): string {
  return locale === 'en' ? `${field}En` : field;
}
