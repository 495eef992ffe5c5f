import type { LocalDate } from '../calendar/index.ts';

/** A category as far as the shape of the tree goes. */
export type CategoryNode = {
  readonly code: string;
  readonly parent: string | null;
  readonly position: number;
  readonly activeFrom: LocalDate | null;
  /** The first day on which it may not be chosen any more. */
  readonly activeTo: LocalDate | null;
  readonly successor: string | null;
};

/** Deeper than this nobody finds anything. */
export const DEEPEST_CATEGORY = 5;

export type CategoryState = 'in_use' | 'future' | 'closed';

export function categoryState({ activeFrom, activeTo }: CategoryNode, on: LocalDate): CategoryState {
  if (activeTo !== null && activeTo <= on) return 'closed';
  return activeFrom !== null && activeFrom > on ? 'future' : 'in_use';
}

/** A category and those above it, the nearest first. Ends where a circle would begin. */
export function lineAbove(tree: readonly CategoryNode[], code: string): readonly string[] {
  const byCode = new Map(tree.map((node) => [node.code, node]));
  const line: string[] = [];
  for (let at: string | null = code; at !== null && !line.includes(at); at = byCode.get(at)?.parent ?? null)
    line.push(at);
  return line;
}

/** A category with all below it, however deep, and all whose place they took. */
export function withAllBelow(
  tree: readonly Pick<CategoryNode, 'code' | 'parent' | 'successor'>[],
  code: string,
): readonly string[] {
  const found = new Set([code]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const node of tree)
      if (found.has(node.parent ?? '') || found.has(node.successor ?? '')) found.add(node.code);
  }
  return [...found];
}

/** How many levels the category has below itself, itself counted. */
export function heightOf(tree: readonly CategoryNode[], code: string): number {
  const below = tree.filter(({ parent }) => parent === code).map((child) => heightOf(tree, child.code));
  return 1 + Math.max(0, ...below);
}

export type CategoryFault =
  | 'unknown_category'
  | 'category_below_itself'
  | 'category_too_deep'
  | 'category_has_children'
  | 'out_of_range';

/** Why a category cannot stand under `parent`; null where it can. `code` is null for a new one. */
export function faultOfParent(
  tree: readonly CategoryNode[],
  code: string | null,
  parent: string | null,
  on: LocalDate,
): CategoryFault | null {
  if (parent === null) return null;
  const above = tree.find((node) => node.code === parent);
  if (above === undefined || categoryState(above, on) === 'closed') return 'unknown_category';
  const line = lineAbove(tree, parent);
  if (code !== null && line.includes(code)) return 'category_below_itself';
  const height = code === null ? 1 : heightOf(tree, code);
  return line.length + height > DEEPEST_CATEGORY ? 'category_too_deep' : null;
}

/** Why a category cannot be closed on that day, field by field; empty where it can. */
export function faultsOfClosing(
  tree: readonly CategoryNode[],
  {
    code,
    on,
    successor,
  }: { readonly code: string; readonly on: LocalDate; readonly successor: string | null },
  today: LocalDate,
): Partial<Record<'on' | 'successor' | 'code', CategoryFault>> {
  const node = tree.find((one) => one.code === code);
  if (node === undefined || categoryState(node, today) === 'closed') return { code: 'unknown_category' };
  if (on < today || (node.activeFrom !== null && on < node.activeFrom)) return { on: 'out_of_range' };
  const isOpenBelow = tree.some((one) => one.parent === code && (one.activeTo === null || one.activeTo > on));
  if (isOpenBelow) return { code: 'category_has_children' };
  if (successor === null) return {};
  const next = tree.find((one) => one.code === successor);
  if (next === undefined || categoryState(next, on) !== 'in_use') return { successor: 'unknown_category' };
  return successor === code || withAllBelow(tree, code).includes(successor)
    ? { successor: 'category_below_itself' }
    : {};
}
