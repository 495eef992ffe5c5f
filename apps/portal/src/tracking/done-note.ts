import { COMPLAINANT_COMMANDS, type ComplainantCommandType } from '@bihuan/api';
import type { AstroCookies } from 'astro';

const OPTIONS = { path: '/track', httpOnly: true, sameSite: 'strict' } as const;

/** Remembers until the next page which command was carried out. */
export function noteDone(cookies: AstroCookies, command: ComplainantCommandType): void {
  cookies.set('done', command, { ...OPTIONS, maxAge: 60 });
}

/** The command just carried out, told once. */
export function takeDone(cookies: AstroCookies): ComplainantCommandType | null {
  const value = cookies.get('done')?.value;
  if (value === undefined) return null;
  cookies.delete('done', OPTIONS);
  return COMPLAINANT_COMMANDS.find((one) => one === value) ?? null;
}
