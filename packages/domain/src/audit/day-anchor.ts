import { addDays, localDateOf, type Instant, type LocalDate } from '../calendar/index.ts';

/** What stands in the place of the day before where there is none. */
export const NO_DAY_BEFORE = '0'.repeat(64);

/**
 * What holds the log of a day together: a SHA-256 over the hashes of its events in their order, and over the anchor of the
 * day before. Whoever has written one down finds out whether anything up to that day was changed since.
 */
export type DayAnchor = {
  readonly day: LocalDate;
  /** How many events the day has. */
  readonly events: number;
  /** In hex, as all digests here. */
  readonly digest: string;
  readonly previous: string;
};

/** What an anchor is taken of begins with this; `anchorLine` for each event follows. Digest: SHA-256 of the text in UTF-8. */
export function anchorHead(day: LocalDate, previous: string): string {
  return `bihuan-anchor-1\n${day}\n${previous}\n`;
}

/** `hash`: of one event, in hex. */
export function anchorLine(hash: string): string {
  return `${hash}\n`;
}

/** The days that are over and have no anchor yet, in their order. `first`: the day of the first event; null where there is none. */
export function daysToAnchor(
  last: LocalDate | null,
  first: LocalDate | null,
  now: Instant,
): readonly LocalDate[] {
  const days: LocalDate[] = [];
  const today = localDateOf(now);
  let day = last === null ? first : addDays(last, 1);
  for (; day !== null && day < today; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * differs: the events of the day do not give its anchor any more, one of them was changed, removed, slipped in or moved ·
 * unlinked: it does not hold the anchor of the day before · missing: there is no anchor of a day between others, or of one
 * that was written down · not_as_written: elsewhere another one was written down for the day
 */
export type AnchorFault = {
  readonly fault: 'differs' | 'unlinked' | 'missing' | 'not_as_written';
  readonly day: LocalDate;
};

/** An anchor as somebody wrote it down: in a bulletin, or outside of the house. */
export type WrittenAnchor = { readonly day: LocalDate; readonly digest: string };

/**
 * What is wrong with anchors, which come by day. `counted`: for each of them what its events come to now; `written`: what was
 * written down elsewhere.
 */
export function anchorFaults(
  anchors: readonly DayAnchor[],
  counted: readonly Pick<DayAnchor, 'events' | 'digest'>[],
  written: readonly WrittenAnchor[],
): readonly AnchorFault[] {
  const faults: AnchorFault[] = [];
  let before: DayAnchor | null = null;
  for (const [at, anchor] of anchors.entries()) {
    const { day } = anchor;
    for (let gap = addDays(before?.day ?? addDays(day, -1), 1); gap < day; gap = addDays(gap, 1))
      faults.push({ fault: 'missing', day: gap });
    if (anchor.previous !== (before?.digest ?? NO_DAY_BEFORE)) faults.push({ fault: 'unlinked', day });
    if (counted[at]?.digest !== anchor.digest || counted[at].events !== anchor.events)
      faults.push({ fault: 'differs', day });
    before = anchor;
  }
  const byDay = new Map(anchors.map(({ day, digest }) => [day, digest]));
  for (const { day, digest } of written)
    if (!byDay.has(day)) faults.push({ fault: 'missing', day });
    else if (byDay.get(day) !== digest) faults.push({ fault: 'not_as_written', day });
  return faults;
}

/** Anchors out of a text that somebody kept: each day with the digest that follows it closely. */
export function readWrittenAnchors(text: string): readonly WrittenAnchor[] {
  return [...text.matchAll(/(\d{4}-\d\d-\d\d)(?:(?!\d{4}-\d\d-\d\d)[^]){0,200}?\b([0-9a-f]{64})\b/g)].map(
    ([, day = '', digest = '']) => ({ day, digest }),
  );
}
