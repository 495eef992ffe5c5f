/** What a text of the demonstration may leave open. */
export type Details = Readonly<Record<string, string | number>>;

/** Puts the details in for the words in braces. Throws where a text leaves open what the details do not know. */
export function fillSlots(text: string, details: Details): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = details[name];
    if (value === undefined) throw new Error(`nothing fills ${slot} in: ${text}`);
    return String(value);
  });
}
