/** An address of this site to go on to; the inbox where it is none. */
export function inSite(next: FormDataEntryValue | null): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : '/inbox';
}
