import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOfTime } from './chart-of-time.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Names of the tokens that series are drawn in, in their order. */
const COLOURS = ['--primary', '--warning', '--accent', '--success', '--chip-paused-ink'];

/**
 * Draws a chart into an element and keeps it as wide as that is. Returns what takes it away again. Draws once and still: no
 * animation, no tooltip, so that neither style elements nor style attributes come about.
 */
export function drawChart(
  element: HTMLElement,
  { times, series, isStacked, isRate }: ChartOfTime,
): () => void {
  const chart = init(element, null, { renderer: 'svg', height: 260 });
  const style = getComputedStyle(element);
  const token = (name: string) => resolved(element, name);
  const text = { color: token('--ink-muted'), fontFamily: style.fontFamily, fontSize: 12 };
  chart.setOption({
    animation: false,
    color: COLOURS.map(token),
    grid: {
      left: 8,
      right: 12,
      top: 40,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: { top: 0, left: 0, textStyle: text, itemWidth: 14, itemHeight: 8, selectedMode: false },
    xAxis: {
      type: 'category',
      data: [...times],
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: token('--line-strong') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      ...(isRate ? { max: 100 } : { minInterval: 1 }),
      axisLabel: { ...text, ...(isRate ? { formatter: '{value}%' } : {}) },
      splitLine: { lineStyle: { color: token('--line') } },
    },
    series: series.map(({ name, values, isLine }) => {
      const data = values.map((value) =>
        value === null ? '-' : isRate ? Math.round(value * 1000) / 10 : value,
      );
      const base = { name, data, silent: true };
      return isLine
        ? { ...base, type: 'line' as const, symbolSize: 6, connectNulls: false }
        : { ...base, type: 'bar' as const, barMaxWidth: 26, ...(isStacked ? { stack: 'all' } : {}) };
    }),
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

/** What a token comes to where the element is, in the scheme that is shown. */
function resolved(element: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  element.append(probe);
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
