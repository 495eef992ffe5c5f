import { localDateOf } from '@bihuan/domain';
import { listPublicBulletins, readPublicBulletin } from '../bulletin/public-bulletins.ts';
import type { House } from '../house.ts';
import type { DatasetLine } from './dataset.ts';

/** The figures of the whole zone in every published bulletin, as they were signed. */
export async function bulletinLines(house: House): Promise<readonly DatasetLine<'bulletins'>[]> {
  const lines: DatasetLine<'bulletins'>[] = [];
  for (const { month } of await listPublicBulletins(house)) {
    const found = await readPublicBulletin(house, { month });
    if (!found.ok) continue;
    const { number, title, publishedAt, contentHash, figures } = found.value;
    for (const { key, value } of figures)
      lines.push({
        ...{ month, number, title, published_on: localDateOf(publishedAt), figure: key, value },
        content_sha256: contentHash,
        address: new URL(`/bulletins/${month}`, house.portalUrl).href,
      });
  }
  return lines;
}
