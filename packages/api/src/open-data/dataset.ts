import type { Instant } from '@bihuan/domain';

export const DATASETS = ['scoreboard', 'complaints', 'answers', 'bulletins', 'anchors'] as const;
export type DatasetName = (typeof DATASETS)[number];

/** `count`: of cases, null where held back · `ratio`: from 0 to 1 · `month`: YYYY-MM · `date`: YYYY-MM-DD · `code`, `text` · `edition`: from 1, null while it may still change */
export type FieldKind =
  | 'code'
  | 'text'
  | 'month'
  | 'quarter'
  | 'date'
  | 'count'
  | 'ratio'
  | 'boolean'
  | 'address'
  | 'edition';

/** What each line of a dataset holds, in the order of its columns. */
export const DATASET_FIELDS = {
  scoreboard: {
    period: 'quarter',
    department_code: 'code',
    department_name: 'text',
    department_name_en: 'text',
    under_supervision: 'count',
    struck_off_on_time: 'count',
    struck_off_late: 'count',
    valid_callbacks: 'count',
    contacted: 'count',
    solved: 'count',
    satisfied: 'count',
    basically_satisfied: 'count',
    response_rate: 'ratio',
    resolution_rate: 'ratio',
    resolution_low: 'ratio',
    resolution_high: 'ratio',
    satisfaction_rate: 'ratio',
    satisfaction_low: 'ratio',
    satisfaction_high: 'ratio',
    composite: 'ratio',
    excluded: 'count',
    is_suppressed: 'boolean',
    edition: 'edition',
  },
  complaints: {
    month: 'month',
    dimension: 'code',
    code: 'code',
    name: 'text',
    name_en: 'text',
    complaints: 'count',
    is_suppressed: 'boolean',
  },
  answers: {
    answer_id: 'code',
    answered_on: 'date',
    category: 'code',
    category_name: 'text',
    department_code: 'code',
    department_name: 'text',
    outcome: 'code',
    title: 'text',
    answer: 'text',
  },
  bulletins: {
    month: 'month',
    number: 'text',
    title: 'text',
    published_on: 'date',
    figure: 'code',
    value: 'count',
    content_sha256: 'code',
    address: 'address',
  },
  anchors: {
    day: 'date',
    events: 'count',
    anchor_sha256: 'code',
    previous_sha256: 'code',
  },
} as const satisfies Record<DatasetName, Record<string, FieldKind>>;

export type DatasetField<Name extends DatasetName> = keyof (typeof DATASET_FIELDS)[Name] & string;

/** One line of a dataset, every field of it. */
export type DatasetLine<Name extends DatasetName = DatasetName> = Name extends DatasetName
  ? Readonly<Record<DatasetField<Name>, string | number | boolean | null>>
  : never;

export type OpenDataset = {
  readonly name: DatasetName;
  /** Up to when it is counted. */
  readonly asOf: Instant;
  /** Changes whenever a line may have. */
  readonly mark: string;
  /** Counts of people below this are held back. */
  readonly leastCell: number;
  /** The lines, page by page. */
  readonly pages: AsyncIterable<readonly DatasetLine[]>;
};
