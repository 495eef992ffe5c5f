/** A rectangle in thousandths of an image. */
export type Box = { left: number; top: number; width: number; height: number };

type Point = { readonly x: number; readonly y: number };

/** The rectangle between two points, wherever the second lies, kept inside the image. */
export function boxBetween(first: Point, second: Point): Box {
  const [left, right] = [first.x, second.x].map(inside).sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [first.y, second.y].map(inside).sort((a, b) => a - b) as [number, number];
  return { left, top, width: right - left, height: bottom - top };
}

function inside(value: number): number {
  return Math.round(Math.min(1000, Math.max(0, value)));
}
