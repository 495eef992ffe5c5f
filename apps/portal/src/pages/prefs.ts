import type { APIRoute } from 'astro';
import { keepPreference, LOCALES, LOOKS } from '../http/preference-cookies.ts';
import { readForm } from '../http/read-form.ts';

/** Keeps language or look, and goes back to where the switch was. */
export const POST: APIRoute = async ({ request, cookies, redirect }) => {
  const form = await readForm(request);
  const { locale, look, back = '/' } = form.ok ? form.fields : {};
  if (LOCALES.some((one) => one === locale)) keepPreference(cookies, 'locale', locale ?? '');
  if (LOOKS.some((one) => one === look)) keepPreference(cookies, 'look', look ?? '');
  return redirect(isOwnPath(back) ? back : '/', 303);
};

/** A path of this site; `//host` and `/\host` would lead elsewhere. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(path);
}
