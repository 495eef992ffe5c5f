/** What was taken over from a suggestion into the forms; a person still sends them. */
export type Pick = {
  readonly category: string;
  readonly lead: string;
  readonly cooperating: readonly string[];
};

export const NOTHING_PICKED: Pick = { category: '', lead: '', cooperating: [] };

/** Opens the form of a move and puts the cursor into it. */
export function openMove(command: string): boolean {
  const move = document.getElementById(command);
  if (!(move instanceof HTMLDetailsElement)) return false;
  move.open = true;
  const fields = 'select, textarea, input:not([type="hidden"]), button';
  const field = move.querySelector<HTMLElement>(`.body :is(${fields})`);
  (field ?? move.querySelector('summary'))?.focus();
  move.scrollIntoView({ block: 'nearest' });
  return true;
}
