/** Text as the patterns read it, and where each of its characters stood in the original. */
export type PlainText = { readonly plain: string; readonly places: readonly number[] };

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const FULL_WIDTH = /[\uff01-\uff5e]/;
const NUMERALS = '零一二三四五六七八九';
const SPELT_OUT = /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}/g;
const SPELT_AS: Readonly<Record<string, string>> = {
  〇: '0',
  幺: '1',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

/** Drops characters nobody sees, narrows full-width ones, and writes numbers of eleven numerals or more in digits. */
export function plainTextOf(text: string): PlainText {
  const characters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (INVISIBLE.test(character)) continue;
    characters.push(narrow(character));
    places.push(place);
  }
  const plain = characters.join('').replaceAll(SPELT_OUT, (run) => Array.from(run, digitOf).join(''));
  return { plain, places };
}

function narrow(character: string): string {
  if (character === '\u3000' || character === '\u00a0') return ' ';
  if ('‐‑‒–—－'.includes(character)) return '-';
  return FULL_WIDTH.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;
}

function digitOf(numeral: string): string {
  return SPELT_AS[numeral] ?? String(NUMERALS.indexOf(numeral));
}
