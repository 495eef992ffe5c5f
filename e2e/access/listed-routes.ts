import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing that can be asked of an app: `GET /cards/[id]`, `POST /cards/[id]?/issue`, `CALL search`. */
export type ListedRoute = { readonly route: string; readonly file: string };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ADMIN = join(ROOT, 'apps/admin/src/routes');
const PORTAL = join(ROOT, 'apps/portal/src/pages');
const STAFF_ROUTER = join(ROOT, 'packages/api/src/staff-router.ts');
const PUBLIC_ROUTER = join(ROOT, 'packages/api/src/public-router.ts');

/** Every page, form action, endpoint and procedure of the office, as its source files tell. */
export function adminRoutes(): readonly ListedRoute[] {
  return [
    ...filesUnder(ADMIN).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const path = `/${relative(ADMIN, file).split('/').slice(0, -1).join('/')}`
        .replace(/\/\([a-z]+\)/g, '')
        .replace(/^$/, '/');
      const listed = (routes: readonly string[]) => routes.map((route) => ({ route, file }));
      if (file.endsWith('/+page.svelte')) return listed([`GET ${path}`]);
      if (file.endsWith('/+page.server.ts'))
        return listed([...actionsIn(source), ...actionsBeside(file)].map((name) => `POST ${path}?/${name}`));
      return file.endsWith('/+server.ts')
        ? listed(methodsIn(source).map((method) => `${method} ${path}`))
        : [];
    }),
    ...proceduresOf(STAFF_ROUTER),
  ].toSorted((a, b) => (a.route < b.route ? -1 : 1));
}

/** Every page and endpoint of the portal, and the procedures behind them. */
export function portalRoutes(): readonly ListedRoute[] {
  return [
    ...filesUnder(PORTAL).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const path = `/${relative(PORTAL, file)}`.replace(/\.(astro|ts)$/, '').replace(/\/?index$/, '') || '/';
      if (file.endsWith('.astro')) return [{ route: `PAGE ${path}`, file }];
      return methodsIn(source).map((method) => ({ route: `${method} ${path}`, file }));
    }),
    ...proceduresOf(PUBLIC_ROUTER),
  ].toSorted((a, b) => (a.route < b.route ? -1 : 1));
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The names of `export const actions = { … }`. */
function actionsIn(source: string): readonly string[] {
  const body = /^export const actions\b[^{]*\{\n([^]*?)^\}/m.exec(source)?.[1];
  if (body === undefined) return [];
  return [...body.matchAll(/^ {2}(?:async )?([a-zA-Z_]+)\s*[:(,]/gm)].map(([, name]) => name ?? '');
}

/** Those that a page takes from the `item-actions.ts` beside it. */
function actionsBeside(file: string): readonly string[] {
  const beside = join(file, '..', 'item-actions.ts');
  if (!existsSync(beside)) return [];
  const body = /^export const USE_CASES\b[^{]*\{\n([^]*?)^\}/m.exec(readFileSync(beside, 'utf8'))?.[1] ?? '';
  return [...body.matchAll(/^ {2}([a-z_]+)[:,]/gm)].map(([, name]) => name ?? '');
}

function methodsIn(source: string): readonly string[] {
  return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE|ALL|OPTIONS)\b/gm)].map(
    ([, method]) => method ?? '',
  );
}

/** Whatever a router names, however it is built. */
function proceduresOf(file: string): readonly ListedRoute[] {
  const [, named = ''] = readFileSync(file, 'utf8').split('.router({', 2);
  return [...named.matchAll(/^ {2}([a-zA-Z]+): /gm)].map(([, name]) => ({ route: `CALL ${name}`, file }));
}
