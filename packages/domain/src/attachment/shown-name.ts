/** Longest name kept, in characters, without its ending. */
const MOST = 80;

/** Control, bidi, zero-width and line-separating characters: what makes a name look like another one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const RESERVED = /[<>:"/\\|?*]/g;

/**
 * The name under which a file is shown and handed out: text of the name that came with it, without path and without unseen
 * characters, and with the ending of what the file really is.
 */
export function shownName(claimed: string, ending: string): string {
  const last = claimed.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(UNSEEN, '').replace(RESERVED, ' ').replace(/\s+/g, ' ').trim();
  const stem = clean
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/^\.+/, '')
    .trim();
  return `${[...(stem === '' ? 'file' : stem)].slice(0, MOST).join('')}.${ending}`;
}
