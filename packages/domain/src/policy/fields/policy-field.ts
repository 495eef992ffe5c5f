/** What a number of a policy counts. Points are kept in hundredths, and typed and shown in points. */
export type PolicyUnit =
  'working_days' | 'calendar_days' | 'times' | 'percent' | 'points' | 'people' | 'cases' | 'day_of_month';

/** Whose words the options of a choice are. */
export type PolicyTerm = 'importance' | 'colour' | 'tier' | 'role';

/** How a value that may be missing is kept where it is: as null, or not at all. */
export type WhenEmpty = 'null' | 'left_out';

type Limits = {
  readonly unit: PolicyUnit;
  readonly least: number;
  readonly most: number;
  readonly step: number;
};

/** One value of a policy, as the editor asks for it. `name`: the path of the value, as `threeRates.response`. */
export type PlainField = { readonly name: string } & (
  | ({ readonly type: 'number'; readonly whenEmpty?: WhenEmpty } & Limits)
  | ({ readonly type: 'numbers'; readonly mostEntries: number } & Limits)
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

/** A list of things of one shape. `key`: the columns that tell one row from another. */
export type RowsField = {
  readonly name: string;
  readonly type: 'rows';
  readonly columns: readonly PlainField[];
  readonly key: readonly string[];
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
  | 'red_milder_than_yellow'
  | 'higher_must_too'
  | 'any_lead_below_same_lead';

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
