import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { ROOT } from '../toolchain.mjs';

const ANY_ADDRESS = ['0.0.0.0', '::', ''];

/** What the environment says about this installation: folder, address, ports and public addresses. */
export function readSettings() {
  const { env } = process;
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : join(ROOT, '.data');
  mkdirSync(dataDir, { recursive: true });
  const host = env.HOST ?? '127.0.0.1';
  const portalPort = portFrom('PORTAL_PORT', 4321);
  const adminPort = portFrom('ADMIN_PORT', 4322);
  const local = (port) => `http://${ANY_ADDRESS.includes(host) ? '127.0.0.1' : bracketed(host)}:${port}`;
  return {
    dataDir,
    host,
    portalPort,
    adminPort,
    portalLocal: local(portalPort),
    adminLocal: local(adminPort),
    portalUrl: env.PORTAL_URL ?? local(portalPort),
    adminUrl: env.ADMIN_URL ?? local(adminPort),
  };
}

function portFrom(name, usual) {
  const text = process.env[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number between 1 and 65535, not "${text}"`);
}

function bracketed(host) {
  return host.includes(':') ? `[${host}]` : host;
}
