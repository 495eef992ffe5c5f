import process from 'node:process';
import { SingleBar } from 'cli-progress';

export type ShownProgress = {
  /** `note`: what else to say beside the bar. */
  show(done: number, note?: string): void;
  /** A line of its own, above the bar. */
  say(line: string): void;
  end(): void;
};

const EVERY_MS = 5000;

/** A bar on a terminal, elsewhere a line every five seconds; both on standard error, away from what is printed. */
export function showProgress(what: string, total: number, stream = process.stderr): ShownProgress {
  const began = performance.now();
  const rate = (done: number) => Math.round(done / Math.max(0.001, (performance.now() - began) / 1000));
  if (!stream.isTTY) {
    let last = began;
    return {
      show: (done, note = '') => {
        if (performance.now() - last < EVERY_MS) return;
        last = performance.now();
        stream.write(`${done} of ${total} ${what}, ${rate(done)}/s ${note}\n`);
      },
      say: (line) => stream.write(`${line}\n`),
      end: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `{bar} {percentage} % ${what} {note}`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { note: '' });
  return {
    show: (done, note = '') => bar.update(done, { note }),
    say: (line) => {
      stream.write(`\r\u001b[K${line}\n`);
      bar.render();
    },
    end: () => bar.stop(),
  };
}
