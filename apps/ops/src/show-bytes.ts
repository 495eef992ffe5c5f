import { showProgress, type ShownProgress } from './show-progress.ts';

const KILO = 1024;

/** A bar over bytes, made when the first `show` says of how many. */
export function showBytes(): { show(done: number, total: number, what: string): void; end(): void } {
  let shown: ShownProgress | undefined;
  return {
    show: (done, total, what) => {
      shown ??= showProgress('kB', Math.ceil(total / KILO));
      shown.show(Math.ceil(done / KILO), what);
    },
    end: () => shown?.end(),
  };
}
