import { COMPLAINANT_COMMANDS, type ComplainantCommandType } from '@bihuan/api';
import type { AstroCookies } from 'astro';
import { env } from '../house.ts';
import { ACCESS_ANSWERS, type AccessAnswer } from './access-command.ts';

type Done = ComplainantCommandType | AccessAnswer;

const secure = new URL(env.PORTAL_URL).protocol === 'https:';
const OPTIONS = { path: '/track', httpOnly: true, sameSite: 'strict', secure } as const;

/** Remembers until the next page which command was carried out. */
export function noteDone(cookies: AstroCookies, command: Done): void {
  cookies.set('done', command, { ...OPTIONS, maxAge: 60 });
}

/** The command just carried out, told once. */
export function takeDone(cookies: AstroCookies): Done | null {
  const value = cookies.get('done')?.value;
  if (value === undefined) return null;
  cookies.delete('done', OPTIONS);
  return [...COMPLAINANT_COMMANDS, ...ACCESS_ANSWERS].find((one) => one === value) ?? null;
}
