import {
  DEFAULT_PERIODS,
  DEFAULT_APPRAISAL,
  DEFAULT_GROUPS,
  DEFAULT_COEFFICIENTS,
  DEFAULT_PAY,
  DEFAULT_BULLETIN,
  DEFAULT_CALLBACKS,
  DEFAULT_CARDS,
  DEFAULT_DEADLINES,
  DEFAULT_OPEN_DATA,
  DEFAULT_RETENTION,
  DEFAULT_INDICATORS,
  DEFAULT_SCORING,
  DEFAULT_SIGNALS,
  DEFAULT_SUPERVISION,
  type PeriodPolicy,
  type AppraisalPolicy,
  type GroupPolicy,
  type CoefficientPolicy,
  type PayPolicy,
  type BulletinPolicy,
  type CallbackPolicy,
  type CardPolicy,
  type DeadlinePolicy,
  type IndicatorPolicy,
  type LocalDate,
  type OpenDataPolicy,
  type RetentionPolicy,
  type ScoringPolicy,
  type SignalPolicy,
  type SupervisionPolicy,
} from '@bihuan/domain';
import type { Database } from '../database.ts';

export type PolicyData = {
  readonly deadlines: DeadlinePolicy;
  readonly scoring: ScoringPolicy;
  readonly cards: CardPolicy;
  readonly bulletin: BulletinPolicy;
  readonly supervision: SupervisionPolicy;
  readonly callbacks: CallbackPolicy;
  readonly open_data: OpenDataPolicy;
  readonly retention: RetentionPolicy;
  readonly indicators: IndicatorPolicy;
  readonly periods: PeriodPolicy;
  readonly appraisal: AppraisalPolicy;
  readonly groups: GroupPolicy;
  readonly coefficients: CoefficientPolicy;
  readonly pay: PayPolicy;
  readonly signals: SignalPolicy;
};
export type PolicyKind = keyof PolicyData;

const DEFAULTS: PolicyData = {
  deadlines: DEFAULT_DEADLINES,
  scoring: DEFAULT_SCORING,
  cards: DEFAULT_CARDS,
  bulletin: DEFAULT_BULLETIN,
  supervision: DEFAULT_SUPERVISION,
  callbacks: DEFAULT_CALLBACKS,
  open_data: DEFAULT_OPEN_DATA,
  retention: DEFAULT_RETENTION,
  indicators: DEFAULT_INDICATORS,
  periods: DEFAULT_PERIODS,
  appraisal: DEFAULT_APPRAISAL,
  groups: DEFAULT_GROUPS,
  coefficients: DEFAULT_COEFFICIENTS,
  pay: DEFAULT_PAY,
  signals: DEFAULT_SIGNALS,
};

/** What every installation starts from. */
export function defaultPolicy<Kind extends PolicyKind>(kind: Kind): PolicyData[Kind] {
  return DEFAULTS[kind];
}

/** The published version of a kind that is in force on a date; null where none is. */
export async function policyInForce<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  on: LocalDate,
): Promise<PolicyData[Kind] | null> {
  const row = await db.prisma.policy.findFirst({
    where: { kind, status: 'published', effectiveFrom: { lte: new Date(on) } },
    orderBy: [{ effectiveFrom: 'desc' }, { createdAt: 'desc' }],
  });
  return row === null ? null : wholePolicy(kind, row.data);
}

/** One version of a kind, in force or not; null where there is none. */
export async function policyVersion<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  version: string,
): Promise<PolicyData[Kind] | null> {
  const row = await db.prisma.policy.findUnique({ where: { kind_version: { kind, version } } });
  return row === null ? null : wholePolicy(kind, row.data);
}

/** Publishes a version; nothing happens where it is there already. */
export async function publishPolicy<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  data: PolicyData[Kind],
  effectiveFrom: LocalDate,
  source: string,
  createdAt: string,
): Promise<void> {
  const { version } = data;
  await db.prisma.policy.upsert({
    where: { kind_version: { kind, version } },
    create: {
      kind,
      version,
      status: 'published',
      effectiveFrom: new Date(effectiveFrom),
      data,
      source,
      createdAt,
    },
    update: {},
  });
}

/** A version that was kept before a rule came to be takes that rule's default. */
export function wholePolicy<Kind extends PolicyKind>(kind: Kind, data: unknown): PolicyData[Kind] {
  return { ...DEFAULTS[kind], ...(data as Partial<PolicyData[Kind]>) };
}
