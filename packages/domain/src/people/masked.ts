/** Whether a value was masked for showing (138****8000, 欧**): nothing that may ever be kept in place of what it stands for. */
export function isMasked(value: string): boolean {
  return /[*＊●•✱﹡]/u.test(value);
}
