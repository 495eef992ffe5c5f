import { suggestLabels, trainSuggestions, type DecidedText } from './suggestion-model.ts';

/** How well one label was found. */
export type LabelFigures = {
  readonly label: string;
  readonly texts: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

export type SuggestionFigures = {
  readonly labels: readonly LabelFigures[];
  /** The mean of the labels' F1, however many texts each has. */
  readonly macroF1: number;
  readonly accuracy: number;
};

/** Trains on some decided texts and asks about others. The same files give the same figures. */
export async function evaluateSuggestions(
  train: readonly DecidedText[],
  test: readonly DecidedText[],
): Promise<SuggestionFigures> {
  const model = await trainSuggestions(train);
  const answers = test.map(({ label, text }) => ({ label, said: suggestLabels(model, text, 1)[0]?.label }));
  const names = [...new Set([...train, ...test].map(({ label }) => label))].sort();
  const labels = names.map((label) => {
    const right = answers.filter((one) => one.label === label && one.said === label).length;
    const said = answers.filter((one) => one.said === label).length;
    const texts = answers.filter((one) => one.label === label).length;
    const f1 = said + texts === 0 ? 0 : (2 * right) / (said + texts);
    return { label, texts, precision: share(right, said), recall: share(right, texts), f1 };
  });
  return {
    labels,
    macroF1: share(
      labels.reduce((sum, { f1 }) => sum + f1, 0),
      labels.length,
    ),
    accuracy: share(answers.filter(({ label, said }) => label === said).length, answers.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
