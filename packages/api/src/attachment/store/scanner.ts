/** Looks for viruses in a file on this machine. */
export type Scanner = {
  /** The name of what was found; null where nothing was. Throws `ScannerFault` where it cannot say. */
  scan(path: string): Promise<string | null>;
};

/** The scanner does not answer, or answers what cannot be understood. */
export class ScannerFault extends Error {
  override name = 'ScannerFault';
}
