/**
 * Wilson score interval of a proportion at 95 %, as fractions of one. `hits` may be fractional (weighted answers).
 * Throws `RangeError` unless 0 ≤ hits ≤ n and n > 0. Source: E. B. Wilson, JASA 22 (1927).
 */
export function wilsonInterval(hits: number, n: number): { readonly low: number; readonly high: number } {
  if (!(n > 0 && hits >= 0 && hits <= n)) throw new RangeError(`wilsonInterval(${hits}, ${n})`);
  const z = 1.959963984540054;
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
