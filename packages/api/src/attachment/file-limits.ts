import { readSetting } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';

const MEGA = 1_000_000;

const schema = z.object({
  /** One file, in bytes. */
  fileBytes: z
    .number()
    .int()
    .positive()
    .default(20 * MEGA),
  /** One post with all its files, in bytes. Never above what the apps let through. */
  postBytes: z
    .number()
    .int()
    .positive()
    .max(64 * MEGA)
    .default(60 * MEGA),
  filesPerPost: z.number().int().positive().default(6),
  filesPerComplaint: z.number().int().positive().default(20),
  filesPerItem: z.number().int().positive().default(60),
  /** Width times height of an image. */
  imagePixels: z
    .number()
    .int()
    .positive()
    .default(50 * MEGA),
  /** Parts of an Office file, and what they come to unpacked. */
  zipEntries: z.number().int().positive().default(3000),
  unpackedBytes: z
    .number()
    .int()
    .positive()
    .default(200 * MEGA),
});

export type FileLimits = z.output<typeof schema>;

/** The limits in force: the setting `file_limits`, and defaults for what it does not say. Throws where it is not right. */
export async function fileLimitsOf(house: Pick<House, 'db'>): Promise<FileLimits> {
  return schema.parse((await readSetting(house.db, 'file_limits')) ?? {});
}
