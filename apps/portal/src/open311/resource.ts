import type { Format } from './reply.ts';

/** What an address under `/open311/v2/` names. */
export type Resource =
  | { readonly kind: 'discovery' | 'services' | 'requests' }
  | { readonly kind: 'service' | 'request' | 'updates' | 'token'; readonly id: string };

/**
 * The resource and the format that a path asks for, such as `requests/BH-261012-7K2M9Q-C.json`; null where it names none.
 * Without a format the Accept header decides, and XML where it leaves it open, as that is the one every server has.
 */
export function resourceOf(path: string, accept: string): { resource: Resource; format: Format } | null {
  const found = /^(.*?)(?:\.(json|xml))?$/.exec(path);
  const format = (found?.[2] as Format | undefined) ?? (accept.includes('application/json') ? 'json' : 'xml');
  const parts = (found?.[1] ?? '').split('/').map(decoded);
  const resource = named(parts);
  return resource === null ? null : { resource, format };
}

/** The format an error is told in, where the path names nothing. */
export function formatOf(path: string, accept: string): Format {
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('.xml')) return 'xml';
  return accept.includes('application/json') ? 'json' : 'xml';
}

function named([first = '', id, last, ...rest]: readonly (string | null)[]): Resource | null {
  if (rest.length > 0 || id === null || id === '') return null;
  if (id === undefined)
    return first === 'discovery' || first === 'services' || first === 'requests' ? { kind: first } : null;
  if (last !== undefined) return first === 'requests' && last === 'updates' ? { kind: 'updates', id } : null;
  switch (first) {
    case 'services':
      return { kind: 'service', id };
    case 'requests':
      return { kind: 'request', id };
    case 'tokens':
      return { kind: 'token', id };
    default:
      return null;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
