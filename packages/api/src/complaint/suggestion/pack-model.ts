import { gunzipSync, gzipSync } from 'node:zlib';
import type { SuggestionModel } from './suggestion-model.ts';

type Known = readonly (readonly [feature: string, rareness: number])[];

type Packed = {
  readonly words: Known;
  readonly pieces: Known;
  /** Weights as whole numbers of -127 to 127, in base64, each to be multiplied with the scale of its label. */
  readonly planes: readonly {
    readonly label: string;
    readonly scale: number;
    readonly bias: number;
    readonly weights: string;
  }[];
};

/** A model as bytes. Weights keep two digits, which moves no decision that was not a toss-up. */
export function packModel({ vocabulary, planes }: SuggestionModel): Buffer {
  const listed = (known: SuggestionModel['vocabulary']['words']): Known =>
    [...known].map(([feature, { rareness }]) => [feature, Number(rareness.toFixed(4))]);
  const packed: Packed = {
    words: listed(vocabulary.words),
    pieces: listed(vocabulary.pieces),
    planes: planes.map(({ label, weights }) => {
      const bias = weights[weights.length - 1] as number;
      const features = Float64Array.from(weights.subarray(0, -1));
      const scale = features.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
      const whole = Int8Array.from(features, (weight) => Math.round(weight / scale));
      return { label, scale, bias, weights: Buffer.from(whole.buffer).toString('base64') };
    }),
  };
  return gzipSync(JSON.stringify(packed));
}

/** A model from its bytes. */
export function unpackModel(bytes: Uint8Array): SuggestionModel {
  const packed = JSON.parse(gunzipSync(bytes).toString()) as Packed;
  const placed = (known: Known, offset: number) =>
    new Map(known.map(([feature, rareness], index) => [feature, { place: offset + index, rareness }]));
  const size = packed.words.length + packed.pieces.length;
  return {
    vocabulary: {
      words: placed(packed.words, 0),
      pieces: placed(packed.pieces, packed.words.length),
      size,
    },
    planes: packed.planes.map(({ label, scale, bias, weights }) => {
      const whole = new Int8Array(Buffer.from(weights, 'base64'));
      const all = new Float32Array(size + 1);
      for (const [place, value] of whole.entries()) all[place] = value * scale;
      all[size] = bias;
      return { label, weights: all };
    }),
  };
}
