type Turn = {
  /** What went before was saved, and the page shows it. */
  readonly isAfterSaving: boolean;
  /** To be called whatever came of it. */
  end(isSaved: boolean): void;
};

let last: Promise<boolean> = Promise.resolve(false);

/** Waits for what this page is still sending, so that two forms sent in a hurry go one after the other. */
export async function takeTurn(): Promise<Turn> {
  const before = last;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  last = promise;
  return { isAfterSaving: await before, end: resolve };
}
