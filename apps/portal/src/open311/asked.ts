import { readForm, type PostedForm } from '../http/read-form.ts';

/** Parameters as sent: of the address, or of the form of a post. */
export type Parameters = Readonly<Record<string, string>>;

export function queryParameters(url: URL): Parameters {
  return Object.fromEntries(url.searchParams);
}

export function postedParameters(request: Request): Promise<PostedForm> {
  return readForm(request);
}

/** `attribute[title]` and `attribute[title][]` as one object beside the other parameters. */
export function withAttributes(parameters: Parameters): Record<string, unknown> {
  const attribute: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const code = /^attribute\[([a-z][a-z0-9_-]{0,60})\](\[\])?$/i.exec(name)?.[1];
    if (code === undefined) rest[name] = value;
    else attribute[code] = value;
  }
  return { ...rest, attribute };
}

/** The key of the client: the parameter of the specification, or a bearer token, which no log of addresses sees. */
export function apiKeyOf(request: Request, parameters: Parameters): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer ?? parameters['api_key'] ?? '';
}
