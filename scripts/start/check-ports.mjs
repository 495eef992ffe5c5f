import { setTimeout as sleep } from 'node:timers/promises';
import { isPortTaken } from './ports.mjs';
import { readRunningFile } from './running-file.mjs';

/** Throws, saying what to do, when another program listens where the portal or the admin app wants to. */
export async function checkPorts(settings) {
  if (settings.portalPort === settings.adminPort) {
    throw new Error(
      `PORTAL_PORT and ADMIN_PORT are both ${settings.portalPort}; give them different numbers`,
    );
  }
  for (const [variable, port] of [
    ['PORTAL_PORT', settings.portalPort],
    ['ADMIN_PORT', settings.adminPort],
  ]) {
    if (await staysTaken(settings, port)) throw new Error(explain(settings, variable, port));
  }
}

/** After a crash of `npm start` its apps notice and leave within seconds; that is waited for. */
async function staysTaken(settings, port) {
  const patience = readRunningFile(settings.dataDir).state === 'crashed' ? 12_000 : 0;
  const deadline = Date.now() + patience;
  while (await isPortTaken(settings.host, port)) {
    if (Date.now() >= deadline) return true;
    await sleep(200);
  }
  return false;
}

function explain(settings, variable, port) {
  const last = readRunningFile(settings.dataDir);
  if (last.state === 'running') {
    return `Bihuan runs already: portal ${last.portalUrl}, admin ${last.adminUrl} (process ${last.pid}).`;
  }
  return `Port ${port} is taken by another program. Stop that program, or choose another port: ${variable}=${port + 1000} npm start`;
}
