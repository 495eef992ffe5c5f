/** What a line of descent runs through, in its order. `clue` has no number of its own: it stands for where a case came from. */
export const LINEAGE_KINDS = [
  'clue',
  'complaint',
  'item',
  'measure',
  'verification',
  'card',
  'line',
  'bulletin',
  'rule_change',
] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** One thing on the way, by kind and id. A clue has the id of the complaint, item or finding it led to. */
export type LineageRef = { readonly kind: LineageKind; readonly id: string };

/** One step: what came of what. */
export type LineageStep = { readonly from: LineageRef; readonly to: LineageRef };
