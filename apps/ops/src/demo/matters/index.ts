import type { DepartmentCode } from '../demo-departments.ts';
import { APPROVAL_MATTERS } from './approval.ts';
import { CITY_MATTERS } from './city.ts';
import { CONSTRUCTION_MATTERS } from './construction.ts';
import { ECOLOGY_MATTERS } from './ecology.ts';
import { ECONOMY_MATTERS } from './economy.ts';
import { FINANCE_MATTERS } from './finance.ts';
import { INNOVATION_MATTERS } from './innovation.ts';
import { LABOUR_MATTERS } from './labour.ts';
import { MARKET_MATTERS } from './market.ts';
import type { Matter } from './matter.ts';
import { PLANNING_MATTERS } from './planning.ts';
import { PROPERTY_MATTERS } from './property.ts';
import { SOCIAL_MATTERS } from './social.ts';
import { TAX_MATTERS } from './tax.ts';
import { UTILITY_MATTERS } from './utility.ts';

/** What may be complained about, by the department it concerns. */
export const MATTERS: Readonly<Record<DepartmentCode, readonly Matter[]>> = {
  approval: APPROVAL_MATTERS,
  city: CITY_MATTERS,
  construction: CONSTRUCTION_MATTERS,
  ecology: ECOLOGY_MATTERS,
  economy: ECONOMY_MATTERS,
  finance: FINANCE_MATTERS,
  innovation: INNOVATION_MATTERS,
  labour: LABOUR_MATTERS,
  market: MARKET_MATTERS,
  planning: PLANNING_MATTERS,
  property: PROPERTY_MATTERS,
  social: SOCIAL_MATTERS,
  tax: TAX_MATTERS,
  utility: UTILITY_MATTERS,
};

export type { Matter, Step } from './matter.ts';
