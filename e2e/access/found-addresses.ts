import { ADMIN_URL } from '../addresses.ts';

const SEEDS = [
  // A walk-in that came on the list: others are nothing to those who verify.
  '/complaints?channel=walk_in&status=under_supervision',
  ...[
    '/',
    '/inbox',
    '/supervision',
    '/complaints',
    '/triage',
    '/cards',
    '/inspections',
    '/rating-reviews',
    '/callbacks',
  ],
  ...[
    '/burden',
    '/appraisal',
    '/appraisal/periods',
    '/indicators',
    '/bulletins',
    '/policies',
    '/policies/routing',
  ],
  ...[
    '/notice-rules',
    '/outbox',
    '/import',
    '/recurring',
    '/trends',
    '/trends/annual',
    '/people',
    '/exports',
    '/walk-in',
  ],
  ...['/appraisal/adjustments', '/supervision?status=any', '/complaints?status=any', '/indicators?year=2026'],
];

/**
 * A real address for each route that has a parameter, found by following links as the people behind `cookies`, in that order:
 * first what the department sees, so that a refusal to others is never that of a thing that is not there. What is a route of its own
 * (`/supervision/export`) is no address of another.
 */
export async function findAddresses(
  routes: readonly string[],
  cookies: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = routes.filter((route) => route.includes('['));
  const own = new Set(routes);
  const found = new Map<string, string>();
  const patterns = wanted.map((route) => [route, patternOf(route)] as const);
  for (const cookie of cookies) {
    const seen = new Set<string>();
    let waiting = SEEDS;
    for (let depth = 0; depth < 3 && waiting.length > 0; depth += 1) {
      const next: string[] = [];
      const pages = new Map(waiting.map((path) => [path, '']));
      await inBatches([...pages.keys()], async (path) => {
        const answer = await fetch(ADMIN_URL + path, { headers: { cookie, accept: 'text/html' } });
        pages.set(path, await answer.text());
      });
      // In the order of the addresses, not of the answers, so that each run finds the same.
      for (const html of pages.values())
        for (const [, href = ''] of html.matchAll(/(?:href|action|src)="(?:\.\.?\/)*(\/?[^"#]+)"/g)) {
          const [pathname = ''] = href.replaceAll('&amp;', '&').split('?');
          for (const [route, pattern] of patterns) {
            if (!pattern.test(pathname) || own.has(pathname) || seen.has(route)) continue;
            seen.add(route);
            if (!found.has(route)) found.set(route, pathname);
            next.push(pathname);
          }
        }
      waiting = next;
    }
  }
  return found;
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/\[(\w+)\]/g, '[^/]+')}$`);
}

/** Four at a time: as many as the product answers without a queue. */
export async function inBatches<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const waiting = values.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const value of waiting) await work(value);
    }),
  );
}
