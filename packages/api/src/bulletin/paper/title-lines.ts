import { widthOf } from './official-text.ts';

/** How many characters of the title stand in a line. */
const MOST = 19;
/** A line shorter than this beside a longer one looks left over. */
const LEAST = 6;
/** Where a title may end a line: after a quotation, after 和 and 的, and before what kind of work it was. */
const ENDS = /”|和|的|.(?=专项督查|督办事项|有关情况)/g;

/** A title longer than a line in two that say something each and differ little in length. Source: GB/T 9704-2012, 7.3.1. */
export function titleLines(title: string): readonly string[] {
  const width = widthOf(title);
  if (width <= MOST) return [title];
  const fits = (at: number) =>
    [title.slice(0, at), title.slice(at)].every((part) => {
      const own = widthOf(part);
      return own <= MOST && own >= LEAST;
    });
  const fromMiddle = (at: number) => Math.abs(widthOf(title.slice(0, at)) - width / 2);
  const nearest = (places: readonly number[]) =>
    places.filter(fits).toSorted((a, b) => fromMiddle(a) - fromMiddle(b))[0];
  const best =
    nearest([...title.matchAll(ENDS)].map(({ 0: end, index }) => index + end.length)) ??
    nearest([...words.segment(title)].map(({ index }) => index));
  return best === undefined ? [title] : [title.slice(0, best), title.slice(best)];
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
