const ONE_PLACE = new Intl.NumberFormat('zh-CN', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A fraction of one as `66.7%`. The only place where rates are rounded. */
export function percentWords(fraction: number): string {
  return ONE_PLACE.format(fraction);
}
