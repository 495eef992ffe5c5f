import { readExport, readExportsOf, type StoredExport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { exportContext, exportKey } from './run-export.ts';

const MOST = 30;

export type ExportJobLine = Omit<StoredExport, 'words' | 'keyId' | 'parts' | 'askedById'>;

/** The files one asked for oneself, the latest first. */
export async function readExports(house: House, actor: Actor): Promise<Result<readonly ExportJobLine[]>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const jobs = await readExportsOf(house.db, actor.staffId, MOST);
  return done(
    jobs.map(({ id, kind, format, asked, askedAt, status, done: made, total, finishedAt }) => ({
      ...{ id, kind, format, asked, askedAt, status, done: made, total, finishedAt },
    })),
  );
}

export type OpenedExport = {
  readonly kind: StoredExport['kind'];
  readonly format: StoredExport['format'];
  readonly asked: StoredExport['asked'];
  /** The file piece by piece, each read when it is wanted. */
  pieces(): AsyncGenerator<Uint8Array>;
};

const schema = z.object({ exportId: z.uuid('malformed') });

/** A file one asked for oneself, once it is made; nobody else's. */
export async function openExport(house: House, actor: Actor, raw: unknown): Promise<Result<OpenedExport>> {
  const parsed = parseInput(schema, raw);
  const job = parsed.ok ? await readExport(house.db, parsed.value.exportId) : null;
  if (job === null || actor.kind !== 'staff' || job.askedById !== actor.staffId) return refusal('not_found');
  if (job.status !== 'done') return refusal('not_found');
  const { id, kind, format, asked, parts, keyId } = job;
  return done({
    ...{ kind, format, asked },
    async *pieces() {
      for (let part = 0; part < parts; part += 1)
        yield house.keyring.openFile(
          await house.files.get(exportKey(id, part)),
          exportContext(id, part),
          keyId,
        );
    },
  });
}
