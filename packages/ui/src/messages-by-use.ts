import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FOLDER = fileURLToPath(new URL('paraglide-browser/messages/', import.meta.url));
const BY_PREFIX = /\bm\[`([a-z0-9_]+)\$\{/g;
const ID = 'virtual:messages/';

/**
 * Vite plugin for code that runs in browsers. A message chosen by a name that is put together, as in
 * `m[`bulletin_event_${type}`]()`, would send every message of the catalogue to the browser. With this only those that begin
 * alike are sent.
 */
export function messagesByUse(): Plugin {
  return {
    name: 'messages-by-use',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${ID}`)) return null;
      const prefix = id.slice(ID.length + 1);
      const alike = readdirSync(FOLDER).filter((file) => file.startsWith(prefix));
      return alike.map((file) => `export * from ${JSON.stringify(FOLDER + file)};`).join('\n');
    },
    transform(code) {
      const prefixes = new Set([...code.matchAll(BY_PREFIX)].flatMap(([, prefix]) => prefix ?? []));
      if (prefixes.size === 0) return null;
      const imports = [...prefixes]
        .map((prefix) => `import * as m_${prefix} from '${ID}${prefix}';`)
        .join('');
      // One line longer at its head, so that lines keep their numbers.
      return { code: imports + code.replaceAll(BY_PREFIX, 'm_$1[`$1${'), map: null };
    },
  };
}
