import type { CauseClass, ComplainantKind, Complexity } from '@bihuan/api/domain';
import type { DepartmentCode } from '../demo-departments.ts';

/** One step that puts the matter right: what is to be done, what shows that it was, and who does it where not the lead. */
export type Step = readonly [measure: string, evidence: string, by?: DepartmentCode];

/**
 * A complaint that may be filed any number of times, with the steps and the answer that put it right. Words in braces
 * are filled in from the details of each filing: see `fill-slots.ts`.
 */
export type Matter = {
  readonly category: string;
  readonly kind: ComplainantKind;
  readonly cause: CauseClass;
  readonly complexity: Complexity;
  readonly title: string;
  readonly body: string;
  readonly desk: string;
  readonly step: string;
  readonly answered: string;
  readonly wish: string;
  readonly steps: readonly Step[];
  readonly answer: string;
  readonly locale?: 'en';
};
