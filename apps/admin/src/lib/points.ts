/** Hundredths of a point as points: 10100 → 101.00. With `isChange` a plus is written too: 100 → +1.00. */
export function pointsText(centipoints: number, isChange = false): string {
  const size = Math.abs(centipoints);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  if (centipoints < 0) return `−${text}`;
  return isChange && centipoints > 0 ? `+${text}` : text;
}

/** A fraction of one as a percentage with one decimal: 0.95 → 95.0%. */
export function rateText(fraction: number): string {
  return `${(fraction * 100).toFixed(1)}%`;
}
