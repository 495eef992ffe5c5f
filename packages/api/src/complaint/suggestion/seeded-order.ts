/** A shuffle that comes out the same for the same seed (mulberry32, Fisher–Yates). */
export class SeededOrder {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  shuffle<Item>(items: Item[]): Item[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.#next() * (last + 1));
      [items[last], items[other]] = [items[other] as Item, items[last] as Item];
    }
    return items;
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
