import { baseLocale, isLocale, overwriteGetLocale } from '@bihuan/ui/runtime';
import type { ClientInit } from '@sveltejs/kit/hooks';

/** The page says once in which language it was written. Else the cookie would be read anew for every single message. */
export const init: ClientInit = () => {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : baseLocale;
  overwriteGetLocale(() => locale);
};
