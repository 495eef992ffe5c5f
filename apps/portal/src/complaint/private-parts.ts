import { READ_BY_OTHERS } from '@bihuan/api';
import { findPrivateData, PRIVATE_KINDS, type PrivateKind } from '@bihuan/api/domain';
import type { Typed } from './filing-fields.ts';

/** Which kinds of private data seem to stand in what others will read. */
export function privateParts(typed: Typed): readonly PrivateKind[] {
  const found = READ_BY_OTHERS.flatMap((name) => findPrivateData(typed[name] ?? ''));
  return PRIVATE_KINDS.filter((kind) => found.some((one) => one.kind === kind));
}
