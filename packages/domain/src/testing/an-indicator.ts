import type { IndicatorDefinition } from '../appraisal/indicator/indicator.ts';

/** Growth of industrial output, 6 % at least, 8 % aimed at; of one department, all it is appraised by. */
export function aDefinition(changes: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    name: '规模以上工业增加值增速',
    category: 'economic_development',
    unit: '%',
    direction: 'up',
    accumulates: false,
    rhythm: 'month',
    owners: [{ departmentId: 'economy', weight: 100 }],
    base: 6_0000,
    target: 8_0000,
    stretch: null,
    method: { kind: 'linear' },
    dataSource: '统计局月报',
    origin: 'own',
    basis: '开管发〔2026〕3号',
    ...changes,
  };
}
