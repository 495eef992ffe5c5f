import { redirect } from '@sveltejs/kit';
import { asLook, asScheme } from '#lib/preferences.ts';
import { isHttps } from '#lib/server/guarded-cookie.ts';
import { inSite } from '#lib/server/in-site.ts';
import type { RequestHandler } from './$types';

const YEAR_S = 365 * 86_400;

/** Keeps language, look and colours in cookies that both apps read, and leads back. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const keep = (name: string, value: string) =>
    cookies.set(name, value, {
      path: '/',
      httpOnly: false,
      sameSite: 'lax',
      secure: isHttps(),
      maxAge: YEAR_S,
    });
  const locale = form.get('locale');
  if (locale === 'zh-CN' || locale === 'en') keep('locale', locale);
  const look = form.get('look');
  if (typeof look === 'string') keep('look', asLook(look));
  const scheme = form.get('scheme');
  if (typeof scheme === 'string') keep('scheme', asScheme(scheme));
  redirect(303, inSite(form.get('next')));
};
