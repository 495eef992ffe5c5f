import { getLocale } from '@bihuan/ui/runtime';

/** A department's name in the language of the person who looks. */
export function departmentName(department: { readonly name: string; readonly nameEn: string }): string {
  return getLocale() === 'en' && department.nameEn !== '' ? department.nameEn : department.name;
}
