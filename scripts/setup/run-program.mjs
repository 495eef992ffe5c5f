import { spawn } from 'node:child_process';
import process from 'node:process';
import { ROOT } from '../toolchain.mjs';

const LIMIT = 4_000_000;
const running = new Set();

/**
 * Runs a program to its end and returns `{ code, output }`, with standard output and error in one string.
 * `onLine` gets every line as it comes.
 */
export function runProgram(program, args, { cwd = ROOT, env = {}, onLine = () => undefined } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...QUIET, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    let output = '';
    const take = (chunk) => {
      if (output.length < LIMIT) output += chunk;
      for (const line of chunk.split(/[\r\n]+/)) if (line.trim() !== '') onLine(line.trim());
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: signal ? 1 : code, output });
    });
  });
}

/** Ends the programs that are still running, when the whole is being stopped. */
export function endPrograms() {
  for (const child of running) child.kill('SIGTERM');
}

const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NO_UPDATE_NOTIFIER: '1',
};
