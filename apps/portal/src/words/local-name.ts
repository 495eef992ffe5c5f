import { getLocale } from '@bihuan/ui/runtime';

/** A name kept in both languages, in the one the page speaks. */
export function localName({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string {
  return getLocale() === 'en' && nameEn !== '' ? nameEn : name;
}
