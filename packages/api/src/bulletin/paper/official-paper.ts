import type { Instant } from '@bihuan/domain';

export type AnnexTable = {
  readonly title: string;
  /** Names of the columns, and how wide each is beside the others. */
  readonly columns: readonly (readonly [name: string, width: number])[];
  readonly rows: readonly (readonly string[])[];
};

/** An official paper (公文) as GB/T 9704-2012 names its elements; all its words are the issuing office's own. */
export type OfficialPaper = {
  readonly head: string;
  readonly number: string;
  readonly title: string;
  readonly recipients: string;
  /** A heading is numbered by its place; null for what stands before the first. */
  readonly sections: readonly { readonly heading: string | null; readonly paragraphs: readonly string[] }[];
  readonly annexes: readonly AnnexTable[];
  readonly issuer: string;
  /** `2026年11月2日`; empty while it is not approved. */
  readonly date: string;
  /** 附注, such as `（此件公开发布）`. */
  readonly note: string;
  readonly copies: string;
  readonly printedOn: string;
  readonly words: Readonly<Record<string, string>>;
  /** The moment kept in the file; the same for the same paper. */
  readonly madeAt: Instant;
};
