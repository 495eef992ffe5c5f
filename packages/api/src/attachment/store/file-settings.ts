import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** Unset and empty are the same. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

/** The variables of an app that say where files are kept and who looks for viruses in them. */
export const fileVariables = {
  DATA_DIR: z.string('is missing').refine(isAbsolute, 'must be an absolute path'),
  FILES_S3_BUCKET: optional(z.string()),
  FILES_S3_ENDPOINT: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
  FILES_S3_REGION: optional(z.string()),
  FILES_S3_KEY: optional(z.string()),
  FILES_S3_SECRET: optional(z.string()),
  CLAMD_ADDRESS: optional(z.string().regex(/^[^:\s]+:\d{1,5}$/, 'must look like 127.0.0.1:3310')),
};

export type FileSettings = {
  /** Holds what is arriving, and the files themselves where there is no S3. */
  readonly folder: string;
  readonly s3?: {
    readonly bucket: string;
    readonly endpoint?: string | undefined;
    readonly region: string;
    readonly key: string;
    readonly secret: string;
  };
  /** Address of a clamd that is asked about every file. */
  readonly clamd?: { readonly host: string; readonly port: number };
};

/** The settings that these variables give. Throws where an S3 bucket is named without key and secret. */
export function fileSettings(env: z.output<z.ZodObject<typeof fileVariables>>): FileSettings {
  const { FILES_S3_BUCKET: bucket, FILES_S3_KEY: key, FILES_S3_SECRET: secret } = env;
  if (bucket !== undefined && (key === undefined || secret === undefined))
    throw new Error('FILES_S3_BUCKET is set without FILES_S3_KEY and FILES_S3_SECRET');
  const [host = '', port = ''] = env.CLAMD_ADDRESS?.split(':') ?? [];
  return {
    folder: `${env.DATA_DIR}/files`,
    ...(bucket !== undefined && key !== undefined && secret !== undefined
      ? {
          s3: { bucket, key, secret, endpoint: env.FILES_S3_ENDPOINT, region: env.FILES_S3_REGION ?? 'auto' },
        }
      : {}),
    ...(host === '' ? {} : { clamd: { host, port: Number(port) } }),
  };
}
