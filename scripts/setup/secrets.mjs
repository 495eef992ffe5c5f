import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * The keys the apps need, made once and kept in `<dataDir>/secrets.json`, readable by its owner only.
 * What the environment sets wins. Losing the file makes encrypted contact data unreadable: back it up apart.
 */
export function readSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  let text = readIfThere(path);
  if (text === undefined) {
    const draft = `${path}.${randomUUID()}`;
    const secrets = { BIHUAN_MASTER_KEY: randomBytes(32).toString('base64') };
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    const { uid, gid } = statSync(dataDir);
    if (process.getuid?.() === 0) chownSync(draft, uid, gid);
    try {
      linkSync(draft, path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    rmSync(draft);
    text = readFileSync(path, 'utf8');
  }
  const kept = JSON.parse(text);
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, process.env[name] ?? value]));
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
