/** Tells how to show the character before it, or joins two into one picture; nothing to see by itself. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The text with everything the font has no shape for spelt out by its number, `〔U+20BB7〕`, so that a rare name or an emoji
 * leaves a trace on paper that can be looked up, instead of an empty box.
 */
export function spellOut(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let spelt = '';
  for (const character of text.replaceAll(INVISIBLE, '')) {
    const point = character.codePointAt(0) ?? 0;
    const isPrinted = point === 0x0a || point === 0x09 || hasGlyph(point);
    spelt += isPrinted ? character : `〔U+${point.toString(16).toUpperCase().padStart(4, '0')}〕`;
  }
  return spelt;
}
