import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../toolchain.mjs';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 30_000;
const LOG_LIMIT = 10_000_000;
const GRACE_MS = 12_000;
const PRELOAD = join(ROOT, 'scripts', 'start', 'child.mjs');

/**
 * Keeps one app running: starts it, writes what it prints to `<dataDir>/logs/<name>.log`, and starts it again, with
 * growing pauses, whenever it ends by itself. `app` is `{ name, entry, env }`; `say` gets what happened, in words.
 */
export function supervise(app, dataDir, say, onChange) {
  let child;
  let isStopping = false;
  let pause = FIRST_PAUSE_MS;
  let crashes = 0;
  const logFile = join(dataDir, 'logs', `${app.name}.log`);

  const start = () => {
    const log = openLog(logFile);
    const began = Date.now();
    child = spawn(process.execPath, ['--import', PRELOAD, app.entry], {
      cwd: ROOT,
      env: { ...process.env, ...app.env },
      stdio: ['ignore', log, log, 'ipc'],
      // A group of its own, so that Ctrl+C reaches only this process, which then ends everything in order.
      detached: process.platform !== 'win32',
    });
    closeSync(log);
    onChange();
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      crashes += 1;
      if (Date.now() - began > STEADY_MS) pause = FIRST_PAUSE_MS;
      const how = signal ? `by ${signal}` : `with code ${code}`;
      say(`${app.name} ended ${how}; starting it again in ${pause / 1000} s (its log: ${logFile})`);
      setTimeout(() => isStopping || start(), pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  start();

  return {
    name: app.name,
    pid: () => child.pid,
    crashes: () => crashes,
    lastLines: () => readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n'),
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(GRACE_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function openLog(path) {
  mkdirSync(join(path, '..'), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
