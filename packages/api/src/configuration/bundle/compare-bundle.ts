import type { BundleContent } from './bundle-content.ts';

export type BundleSection = 'policy' | 'category' | 'question' | 'calendar' | 'notices';

export type BundleDifference = {
  readonly section: BundleSection;
  readonly key: string;
  readonly name: string;
  /** `new`: not here yet · `changed` · `only_here`: stays as it is */
  readonly change: 'new' | 'changed' | 'only_here';
  readonly fields: readonly {
    readonly field: string;
    readonly was: string | null;
    readonly is: string | null;
  }[];
};

type Entry = {
  readonly key: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** What applying a bundle would change here, section by section. */
export function compareBundle(here: BundleContent, there: BundleContent): readonly BundleDifference[] {
  const [mine, theirs] = [entriesOf(here), entriesOf(there)];
  return (Object.keys(mine) as BundleSection[]).flatMap((section) => {
    const own = new Map(mine[section].map((entry) => [entry.key, entry]));
    const given = new Map(theirs[section].map((entry) => [entry.key, entry]));
    return [...new Set([...own.keys(), ...given.keys()])].flatMap((key): readonly BundleDifference[] => {
      const [was, is] = [own.get(key), given.get(key)];
      const name = is?.name ?? was?.name ?? key;
      if (is === undefined) return [{ section, key, name, change: 'only_here', fields: [] }];
      const fields = differences(was?.fields ?? {}, is.fields);
      if (fields.length === 0) return [];
      return [{ section, key, name, change: was === undefined ? 'new' : 'changed', fields }];
    });
  });
}

function entriesOf(content: BundleContent): Readonly<Record<BundleSection, readonly Entry[]>> {
  return {
    policy: content.policies.map(({ kind, data }) => ({ key: kind, name: kind, fields: data })),
    category: content.categories.map(({ code, ...fields }) => ({ key: code, name: fields.name, fields })),
    question: content.questions.map(({ code, ...fields }) => ({ key: code, name: fields.name, fields })),
    calendar: content.calendar.map(({ year, source, days }) => ({
      ...{ key: String(year), name: String(year) },
      fields: { source, days: days.map(({ date, kind, name }) => `${date} ${kind} ${name}`) },
    })),
    notices: content.notices === null ? [] : [{ key: 'notices', name: 'notices', fields: content.notices }],
  };
}

function differences(was: Entry['fields'], is: Entry['fields']): BundleDifference['fields'] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, was: spelt(was[field]), is: spelt(is[field]) }))
    .filter((one) => one.was !== one.is);
}

/** As JSON with its keys in order, so that the same thing reads the same. */
function spelt(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
