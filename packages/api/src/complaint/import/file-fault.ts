/** Why a file as a whole cannot be read. */
export type FileFaultCode =
  | 'file_empty'
  | 'file_not_text'
  | 'file_no_workbook'
  | 'file_wrong_encoding'
  | 'file_line_too_long'
  | 'file_without_column'
  | 'file_without_header'
  | 'file_unknown_field';

/** Thrown inside the reading of a file and turned into a refusal by the use case. `line`: the physical line, from 1. */
export class FileFault extends Error {
  override name = 'FileFault';
  readonly code: FileFaultCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(
    code: FileFaultCode,
    data: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, options);
    this.code = code;
    this.data = data;
  }
}
