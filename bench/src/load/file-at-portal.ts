import type { Agent } from 'node:http';
import { filingForm } from './filing-form.ts';
import { randomAddress } from './random-address.ts';
import { request } from './request.ts';

/** Sends off one filing; its once-only token where it was acknowledged, null where it was answered otherwise. */
export async function fileAtPortal(
  agent: Agent,
  portalUrl: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const form = { ...filingForm(), ...fields };
  const headers = { 'x-forwarded-for': randomAddress() };
  const { status } = await request(agent, `${portalUrl}/complaints/new/check`, headers, form);
  return status === 303 ? (form['once'] ?? '') : null;
}
