import { getLocale } from '@bihuan/ui/runtime';

/** The name of a category in the language of the reader. */
export function categoryName({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string {
  return getLocale() === 'en' && nameEn !== '' ? nameEn : name;
}
