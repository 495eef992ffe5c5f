import type { Database } from './database.ts';

/** A setting as it was saved; null where there is none. Callers check what they get. */
export async function readSetting(db: Pick<Database, 'prisma'>, key: string): Promise<unknown> {
  const row = await db.prisma.setting.findUnique({ where: { key } });
  return row?.value ?? null;
}

export async function saveSetting(
  db: Pick<Database, 'prisma'>,
  key: string,
  value: Readonly<Record<string, string>>,
): Promise<void> {
  await db.prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
