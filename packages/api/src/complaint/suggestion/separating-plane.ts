import { SeededOrder } from './seeded-order.ts';
import type { Vector } from './vocabulary.ts';

/** Weights by place, the bias as the last. Kept models hold them in single precision. */
export type Weights = Float64Array | Float32Array;

const COST = 1;
const ROUNDS = 20;
const ENOUGH = 0.01;
const SEED = 7;

/**
 * The plane between the texts that are of a class and those that are not: a linear support vector machine with squared
 * hinge loss, by dual coordinate descent (Hsieh et al., ICML 2008). `size`: how many places a vector has. The weights come
 * with the bias as their last. Rare classes weigh more, by the root of how rare they are.
 */
export function separatingPlane(
  vectors: readonly Vector[],
  isOf: readonly boolean[],
  size: number,
): Float64Array {
  const weights = new Float64Array(size + 1);
  const alphas = new Float64Array(vectors.length);
  const members = isOf.filter(Boolean).length;
  const costOfMember = COST * Math.sqrt(vectors.length / (2 * Math.max(1, members)));
  const squares = vectors.map(({ values }) => values.reduce((sum, value) => sum + value ** 2, 1));
  const order = Array.from(vectors.keys());
  const chance = new SeededOrder(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    let worst = 0;
    for (const index of chance.shuffle(order)) {
      const vector = vectors[index] as Vector;
      const sign = isOf[index] === true ? 1 : -1;
      const slack = 1 / (2 * (sign === 1 ? costOfMember : COST));
      const alpha = alphas[index] as number;
      const gradient = sign * margin(vector, weights) - 1 + slack * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) < 1e-9) continue;
      worst = Math.max(worst, Math.abs(projected));
      const next = Math.max(0, alpha - gradient / ((squares[index] as number) + slack));
      alphas[index] = next;
      move(weights, vector, (next - alpha) * sign);
    }
    if (worst < ENOUGH) break;
  }
  return weights;
}

/** On which side of a plane a vector lies, and how far. */
export function margin({ places, values }: Vector, weights: Weights): number {
  let sum = weights[weights.length - 1] as number;
  for (let at = 0; at < places.length; at += 1)
    sum += (weights[places[at] as number] as number) * (values[at] as number);
  return sum;
}

function move(weights: Float64Array, { places, values }: Vector, by: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    weights[place] = (weights[place] as number) + by * (values[at] as number);
  }
  const last = weights.length - 1;
  weights[last] = (weights[last] as number) + by;
}
