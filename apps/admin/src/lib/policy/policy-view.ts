export type FieldInput = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type: 'text' | 'select' | 'several' | 'date' | 'switch';
  readonly isOptional: boolean;
  readonly value: string;
  readonly values: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export type RowsInput = {
  readonly type: 'rows';
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly mostRows: number;
  readonly rows: readonly (readonly FieldInput[])[];
  readonly blank: readonly FieldInput[];
};

/** Some values of a policy that belong together, to be read and to be edited. */
export type PolicySectionView = {
  readonly name: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly fields: readonly (FieldInput | RowsInput)[];
};

export type ChangeView = {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
};
