import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ suppressEmptyNode: true, processEntities: true });

/** A list of the specification in XML: the element around it, and the element of each entry. */
export type Wrapping = { readonly list: string; readonly entry: string };

/** How lists within entries are named: `attributes` holds `attribute`s. */
const INNER: Readonly<Record<string, string>> = {
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
};

/** Entries of a list as a document of the specification, in UTF-8. */
export function listXml(entries: readonly object[], { list, entry }: Wrapping): string {
  return document({ [list]: { [entry]: entries.map(wrapped) } });
}

/** One object as a document. */
export function objectXml(object: object, root: string): string {
  return document({ [root]: wrapped(object) });
}

function document(tree: object): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(tree)}`;
}

/** Lists inside get the element that the specification puts around each of their entries; nothing is an empty element. */
function wrapped(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wrapped);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => {
        const entry = INNER[name];
        return [
          name,
          Array.isArray(inner) && entry !== undefined ? { [entry]: inner.map(wrapped) } : wrapped(inner),
        ];
      }),
  );
}
