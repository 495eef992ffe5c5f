import type { House } from '@bihuan/api';
import { queryCode, type ComplaintStatus } from '@bihuan/api/domain';
import { TOKENS_TO_TRY } from './staged-plots.ts';

export type DemoCase = {
  readonly trackingNumber: string;
  readonly queryCode: string;
  readonly status: ComplaintStatus;
  readonly title: string;
};

/** Numbers and codes to try the portal with; empty where no demonstration is loaded. */
export async function demoCases({ db, keyring }: House): Promise<readonly DemoCase[]> {
  const found = await Promise.all(
    TOKENS_TO_TRY.map(async (token) => {
      const onceHash = new Uint8Array(keyring.keyedHash('once', token));
      const row = await db.prisma.complaint.findUnique({ where: { onceHash } });
      if (row === null) return [];
      const { trackingNumber, status, title } = row;
      const code = queryCode(keyring.derive('query_code', `once:${token}`, 12));
      return [{ trackingNumber, queryCode: code, status: status as ComplaintStatus, title }];
    }),
  );
  return found.flat();
}
