import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * `<dataDir>/running.json` says what `npm start` runs at the moment: its own process, the process of every app, and
 * their addresses. Drills and operators find their targets by it.
 */
export function writeRunningFile(dataDir, settings, apps) {
  const processes = Object.fromEntries(apps.map((app) => [app.name, app.pid()]));
  const content = { pid: process.pid, portalUrl: settings.portalUrl, adminUrl: settings.adminUrl, processes };
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
}

export function removeRunningFile(dataDir) {
  rmSync(fileIn(dataDir), { force: true });
}

/** What the last start left: `running` with its content, `crashed` when that process is gone, or `none`. */
export function readRunningFile(dataDir) {
  try {
    const content = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return { state: isAlive(content.pid) ? 'running' : 'crashed', ...content };
  } catch {
    return { state: 'none' };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fileIn(dataDir) {
  return join(dataDir, 'running.json');
}
