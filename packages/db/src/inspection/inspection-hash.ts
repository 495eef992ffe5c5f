import { createHash } from 'node:crypto';
import type { BulletinTexts, InspectionSnapshot } from '@bihuan/domain';
import stringify from 'safe-stable-stringify';

/** SHA-256 over everything the report of an inspection says, under the number it says it by. */
export function inspectionReportHash(
  id: string,
  reportNumber: string,
  texts: BulletinTexts,
  snapshot: InspectionSnapshot,
): string {
  const text = stringify({ id, reportNumber, texts, snapshot }) as string;
  return createHash('sha256').update(text).digest('hex');
}
