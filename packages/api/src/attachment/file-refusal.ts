import type { Refusal } from '@bihuan/domain';

/** Why a post of files, or one of its files, is not taken. */
export type FileRefusalCode =
  | 'upload_too_large'
  | 'upload_malformed'
  | 'upload_cut_off'
  | 'too_many_uploads'
  | 'too_many_files'
  | 'no_file'
  | 'file_too_large'
  | 'file_type_not_taken'
  | 'file_type_heic'
  | 'file_type_old_office'
  | 'file_broken'
  | 'file_has_macros'
  | 'file_unpacks_too_large'
  | 'image_too_large'
  | 'file_infected'
  | 'scanner_unavailable';

export type FileRefusal = Refusal<FileRefusalCode>;

/** Thrown while a file is looked at, and turned into a refusal that names it. */
export class FileNotTaken extends Error {
  override name = 'FileNotTaken';
  readonly code: FileRefusalCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: FileRefusalCode, data: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** Bytes as megabytes for a sentence, rounded down. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
