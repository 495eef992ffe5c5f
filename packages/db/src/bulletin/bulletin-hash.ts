import { createHash } from 'node:crypto';
import type { Bulletin } from '@bihuan/domain';
import stringify from 'safe-stable-stringify';

/** SHA-256 over everything a bulletin says, under the number it says it by; the same whenever and wherever it is taken. */
export function bulletinHash(bulletin: Bulletin, number: string): string {
  const { id, kind, month, snapshot, form, texts } = bulletin;
  const text = stringify({ id, kind, month, snapshot, form, texts, number }) as string;
  return createHash('sha256').update(text).digest('hex');
}
