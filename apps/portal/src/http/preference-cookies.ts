import type { AstroCookies } from 'astro';
import { env } from '../house.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export const LOOKS = ['standard', 'elder'] as const;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a display setting for a year. */
export function keepPreference(cookies: AstroCookies, name: 'locale' | 'look', value: string): void {
  const secure = new URL(env.PORTAL_URL).protocol === 'https:';
  cookies.set(name, value, { path: '/', maxAge: YEAR_SECONDS, httpOnly: true, sameSite: 'lax', secure });
}

export function readLook(cookies: AstroCookies): (typeof LOOKS)[number] {
  return cookies.get('look')?.value === 'elder' ? 'elder' : 'standard';
}
