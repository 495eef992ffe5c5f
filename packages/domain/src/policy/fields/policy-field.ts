/** What a number of a policy counts. */
export type PolicyUnit =
  | 'working_days'
  | 'calendar_days'
  | 'months'
  | 'hours'
  | 'minutes'
  | 'times'
  | 'percent'
  | 'share'
  | 'ratio'
  | 'points'
  | 'people'
  | 'departments'
  | 'cases'
  | 'items'
  | 'day_of_month';

/** What is kept in hundredths, and typed and shown with two decimals: points, shares in percent, coefficients. */
export function isInHundredths(unit: PolicyUnit): boolean {
  return unit === 'points' || unit === 'share' || unit === 'ratio';
}

/** Whose words the options of a choice are. */
export type PolicyTerm = 'importance' | 'colour' | 'tier' | 'role' | 'band';

/** How a value that may be missing is kept where it is: as null, as an empty text, or not at all. */
export type WhenEmpty = 'null' | 'blank' | 'left_out';

type Limits = {
  readonly unit: PolicyUnit;
  readonly least: number;
  readonly most: number;
  readonly step: number;
};

/** One value of a policy, as the editor asks for it. `name`: the path of the value, as `threeRates.response`. */
export type PlainField = { readonly name: string } & (
  | ({ readonly type: 'number'; readonly whenEmpty?: WhenEmpty } & Limits)
  | ({
      readonly type: 'numbers';
      readonly mostEntries: number;
      /** None is an empty list. */
      readonly whenEmpty?: WhenEmpty;
    } & Limits)
  | { readonly type: 'switch' }
  | {
      readonly type: 'choice';
      readonly term: PolicyTerm;
      readonly options: readonly string[];
      readonly whenEmpty?: WhenEmpty;
    }
  | { readonly type: 'choices'; readonly term: PolicyTerm; readonly options: readonly string[] }
  | { readonly type: 'text'; readonly most: number; readonly whenEmpty?: WhenEmpty }
  | { readonly type: 'date'; readonly whenEmpty?: WhenEmpty }
  | { readonly type: 'category' | 'department' | 'staff'; readonly whenEmpty?: WhenEmpty }
  | { readonly type: 'people'; readonly whenEmpty?: WhenEmpty }
);

/**
 * A list of things of one shape. `key`: the columns that tell one row from another. `keptBy`: it is kept by the value of that
 * column, as a record of the others, or of the only other one where there is one.
 */
export type RowsField = {
  readonly name: string;
  readonly type: 'rows';
  readonly columns: readonly PlainField[];
  readonly key: readonly string[];
  readonly keptBy?: string;
  readonly leastRows: number;
  readonly mostRows: number;
};

export type PolicyField = PlainField | RowsField;

export type PolicySection = { readonly name: string; readonly fields: readonly PolicyField[] };

/** What a policy was sent back with: the path of a value, and what is wrong with it. */
export type PolicyFault = { readonly field: string; readonly code: PolicyFaultCode };

export type PolicyFaultCode =
  | 'required'
  | 'out_of_range'
  | 'not_a_choice'
  | 'not_a_date'
  | 'too_long'
  /** Below nothing where a thing is only ever given, or above where it is only ever taken. */
  | 'negative'
  | 'positive'
  | 'weights_not_100'
  /** A later step of a ladder costs less than the one before. */
  | 'ladder_not_falling'
  | 'not_rising'
  /** Simple, ordinary and complex, each no shorter than the one before. */
  | 'terms_out_of_order'
  | 'row_twice'
  /** A row that sets nothing, or that is for everything. */
  | 'row_without_effect'
  | 'row_for_everything'
  /** The term of a complaint, which has no importance, under an importance. */
  | 'term_never_applies'
  | 'chain_out_of_order'
  | 'one_of_both'
  | 'latest_before_term'
  | 'longer_than_contact'
  | 'red_milder_than_yellow'
  | 'higher_must_too'
  | 'any_lead_below_same_lead'
  | 'heavy_below_least'
  | 'yellow_above_green'
  | 'points_not_rising'
  /** Last place without pay: the period it was simulated on and the note on the sample. */
  | 'last_place_needs_simulation'
  | 'last_place_needs_note'
  | 'malformed';

/** How a kind of policy is edited. `Policy`: what is kept of it. */
export type PolicyDescriptor<Policy = never> = {
  readonly kind: string;
  readonly sections: readonly PolicySection[];
  /** Whether a second person signs before it is published. */
  readonly isSignedTwice: boolean;
  /** What stands between values that are each in order by themselves. */
  readonly faultsBetween: (policy: Policy) => readonly PolicyFault[];
};

export function fieldsOf({ sections }: Pick<PolicyDescriptor, 'sections'>): readonly PolicyField[] {
  return sections.flatMap(({ fields }) => fields);
}

/** The value at a path; undefined where there is none. */
export function valueAt(policy: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      policy,
    );
}

/** The rows of a list, however they are kept. */
export function rowsIn(field: RowsField, value: unknown): readonly unknown[] {
  if (field.keptBy === undefined) return Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof value !== 'object' || value === null) return [];
  const others = field.columns.filter(({ name }) => name !== field.keptBy);
  const key = field.keptBy;
  return Object.entries(value).map(([id, kept]: [string, unknown]) =>
    others.length === 1
      ? { [key]: id, [others[0]?.name ?? '']: kept }
      : { ...(kept as Record<string, unknown>), [key]: id },
  );
}

/** Rows as they are kept. */
export function rowsKept(field: RowsField, rows: readonly Readonly<Record<string, unknown>>[]): unknown {
  const { keptBy } = field;
  if (keptBy === undefined) return rows;
  const others = field.columns.filter(({ name }) => name !== keptBy);
  return Object.fromEntries(
    rows.map(({ [keptBy]: key, ...rest }) => [
      String(key),
      others.length === 1 ? rest[others[0]?.name ?? ''] : rest,
    ]),
  );
}
