import type { Agent } from 'node:http';
import { request } from './request.ts';

/** Of every account of the demonstration. */
export const DEMO_PASSWORD = 'bihuan-demo-2026';

/** Signs in at the office; gives the cookie. Without a password as one of the accounts of the demonstration. */
export async function signIn(
  admin: string,
  agent: Agent,
  login: string,
  password = DEMO_PASSWORD,
): Promise<string> {
  const form = { login, password, next: '/' };
  const answer = await request(agent, `${admin}/sign-in?/signIn`, { accept: 'text/html' }, form);
  if (answer.status !== 303) throw new Error(`signing in was answered ${answer.status}`);
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}
