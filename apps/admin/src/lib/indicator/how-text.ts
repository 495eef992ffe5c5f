import type { MonthView } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

/** What a method read of a result, in one sentence. Points are in hundredths. */
export function howText({ arithmetic }: Pick<MonthView, 'arithmetic'>, unit: string): string {
  const read = (name: string) => String(arithmetic[name] ?? '');
  const points = (name: string) => String(Number(arithmetic[name] ?? 0) / 100);
  const value = `${read('value')}${unit}`;
  const twelfths =
    arithmetic['twelfths'] === undefined ? '' : m.indicator_how_twelfths({ twelfths: read('twelfths') });
  return sentence() + twelfths;

  function sentence(): string {
    switch (arithmetic['method']) {
      case 'linear': {
        const line = {
          ...{ value, base: read('base'), atBase: points('atBase') },
          ...{ target: read('target'), atTarget: points('atTarget') },
        };
        if (arithmetic['stretch'] === undefined) return m.indicator_how_linear(line);
        const stretch = { stretch: read('stretch'), atStretch: points('atStretch') };
        return m.indicator_how_linear_stretch({ ...line, ...stretch });
      }
      case 'steps':
        return arithmetic['step'] === undefined
          ? m.indicator_how_steps_none({ value })
          : m.indicator_how_steps({ value, step: read('step') });
      case 'pass_fail':
        return m.indicator_how_pass({ value, target: read('target') });
      case 'deduction':
        return m.indicator_how_deduction({
          ...{ value, target: read('target'), per: read('per'), each: points('each') },
        });
      default:
        return m.indicator_how_jury({ value: read('value') });
    }
  }
}

/** Hundredths of a percent as a percentage, never rounded up: 8499 → 84.99. */
export function paceText(pace: number): string {
  return m.indicator_pace_text({ pace: `${Math.floor(pace / 100)}.${String(pace % 100).padStart(2, '0')}` });
}
