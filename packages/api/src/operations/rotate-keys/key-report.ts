/** What is still under another key than the one in use, or under none that we have. */
export type LeftUnder = { readonly table: string; readonly keyId: string; readonly values: number };

export type KeyReport = {
  /** The key in use. */
  readonly keyId: string;
  /** Rows and files that were sealed anew, and how many there are. */
  readonly resealed: { readonly rows: number; readonly files: number };
  readonly seen: { readonly rows: number; readonly files: number };
  readonly left: readonly LeftUnder[];
  /** Values and files that no key opens, by table. */
  readonly damaged: ReadonlyMap<string, number>;
  /** Files that rows speak of and the store has not, by table. */
  readonly missing: ReadonlyMap<string, number>;
  /** Keys in the settings that nothing is under any more. */
  readonly removable: readonly string[];
};

/** Rows done, of how many, and of which table. */
export type KeyProgress = (done: number, total: number, table: string) => void;
