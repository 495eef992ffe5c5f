import { DATASET_FIELDS, DATASETS, type DatasetName, type FieldKind } from '@bihuan/api';
import { FIGURES } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type FieldName = { [Name in DatasetName]: keyof (typeof DATASET_FIELDS)[Name] & string }[DatasetName];

export type DictionaryField = { readonly name: FieldName; readonly kind: FieldKind };

/** The fields of a dataset in the order of its columns. */
export function fieldsOf(dataset: DatasetName): readonly DictionaryField[] {
  return Object.entries(DATASET_FIELDS[dataset]).map(([name, kind]) => ({ name: name as FieldName, kind }));
}

/** What every field of every dataset means, in both languages. `portalUrl` without a closing stroke. */
export function dictionary(
  portalUrl: string,
  rules: { readonly leastCell: number; readonly months: number },
) {
  const both = (say: (spoken: { locale: 'zh-CN' | 'en' }) => string) => ({
    'zh-CN': say({ locale: 'zh-CN' }),
    en: say({ locale: 'en' }),
  });
  return {
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    least_cell: rules.leastCell,
    suppression: both((spoken) => m.open_data_small_text({ most: rules.leastCell - 1 }, spoken)),
    datasets: DATASETS.map((name) => ({
      name,
      title: both((spoken) => m[`open_data_set_${name}`]({}, spoken)),
      description: both((spoken) => m[`open_data_about_${name}`]({ months: rules.months }, spoken)),
      formats: ['json', 'csv'].map((format) => `${portalUrl}/open-data/${name}.${format}`),
      fields: fieldsOf(name).map(({ name: field, kind }) => ({
        name: field,
        kind,
        unit: both((spoken) => m[`open_data_kind_${kind}`]({}, spoken)),
        meaning: both((spoken) => m[`open_data_field_${field}`]({}, spoken)),
      })),
    })),
    figures: FIGURES.map((code) => ({
      code,
      meaning: both((spoken) => m[`bulletin_figure_${code}`]({}, spoken)),
    })),
  };
}
