/** Hundredths of a point as points: 9825 → 98.25. */
export function pointsWords(centipoints: number): string {
  return (centipoints / 100).toFixed(2).replace('-', '−');
}
