import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

const isTerminal = process.stdout.isTTY === true;

/**
 * Shows a step while it runs and how long it took. `work` gets `show(text)` for what it is doing right now and may
 * return a short note for the final line. On a terminal one line is rewritten; elsewhere a line comes every 15 seconds.
 */
export async function step(title, work) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  let doing = '';
  const draw = () => {
    const line = `  ${title} … ${seconds()}  ${doing}`;
    const width = (process.stdout.columns ?? 100) - 1;
    if (isTerminal) process.stdout.write(`\r\u001b[K${line.slice(0, width)}`);
    else console.log(line);
  };
  const show = (text) => {
    doing = stripVTControlCharacters(text).trim();
  };
  const timer = setInterval(draw, isTerminal ? 200 : 15_000);
  const finish = (mark, note) => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write('\r\u001b[K');
    console.log([mark, title, note, seconds()].filter(Boolean).join('  '));
  };
  try {
    const note = await work(show);
    finish('✓', note);
  } catch (error) {
    finish('✗', '');
    throw error;
  }
}

/** What a step throws when a program it ran failed; `output` is what that program printed. */
export class StepFailed extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}
