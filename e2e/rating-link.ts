import { createHmac, hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PORTAL_URL } from './addresses.ts';

/**
 * The link in the mail of an answer. The office's page of mails leaves it out, so that nobody there rates for somebody; it is
 * made here as the product makes it, with the key of the product under test.
 */
export async function ratingLink(complaintId: string, answers: number): Promise<string> {
  const secrets = await readFile(join(process.env['DATA_DIR'] ?? '', 'secrets.json'), 'utf8');
  const { BIHUAN_MASTER_KEY } = JSON.parse(secrets) as { readonly BIHUAN_MASTER_KEY: string };
  const master = Buffer.from(BIHUAN_MASTER_KEY, 'base64');
  const key = Buffer.from(hkdfSync('sha256', master, '', 'bihuan:derive_query_code', 32));
  const seal = createHmac('sha256', key).update(`rating:${complaintId}:${answers}`).digest();
  const id = Buffer.from(complaintId.replaceAll('-', ''), 'hex');
  const token = Buffer.concat([id, Buffer.from([answers]), seal.subarray(0, 18)]).toString('base64url');
  return `${PORTAL_URL}/rate?t=${token}`;
}
