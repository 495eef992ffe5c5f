/** A rule said no. `code` is literal and has a sentence in every app's catalogue; `data` fills it in. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly data?: Readonly<Record<string, string | number>>;
};

/** What a command leads to: the events that happened, or the refusal that stopped it. */
export type Decision<Event, Code extends string = string> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** The command happened and left these events. */
export function happened<Event>(...events: Event[]): { ok: true; events: readonly Event[] } {
  return { ok: true, events };
}

/** The command was refused by the rule named by `code`. */
export function refused<Code extends string>(
  code: Code,
  data?: Readonly<Record<string, string | number>>,
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: data ? { code, data } : { code } };
}
