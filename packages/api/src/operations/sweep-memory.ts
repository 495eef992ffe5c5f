/**
 * What the sweeps of one process have looked at in vain. A late case can come to nothing new before the next half-day, the
 * opening of the office, a new version or another calendar, so that it is left alone until then. Forgetting it all costs time, never an event.
 */
export class SweepMemory {
  #stamp = '';
  readonly #versions = new Map<string, number>();

  /** Forgets everything when the half-day or the calendar is another than last time. */
  begin(stamp: string): void {
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#versions.clear();
  }

  isFresh(id: string, version: number): boolean {
    return this.#versions.get(id) !== version;
  }

  keep(id: string, version: number): void {
    this.#versions.set(id, version);
  }
}
