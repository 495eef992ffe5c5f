import type { Instant } from '@bihuan/api/domain';
import { RefusedStep } from './refused-step.ts';
import { openScene, type Scene, type Stage, type Story } from './scene.ts';

type Telling = { readonly scene: Scene; readonly story: Story };

export type Beginning = {
  readonly seed: string;
  readonly at: Instant;
  /** Stories of one lane are told one step after the other, those of different lanes at the same time. */
  readonly lane: string;
  readonly tell: (scene: Scene) => Story;
};

export type Run = {
  /** Moments before `end` at which the clock itself acts, oldest first; the stories go on in between. */
  readonly ticks: readonly Instant[];
  readonly end: Instant;
  readonly onTick: (tick: Instant) => Promise<void>;
};

export type RunResult = {
  readonly steps: number;
  /** Steps that a rule refused; such a story ends there. */
  readonly refused: readonly string[];
};

/**
 * Tells all stories up to `end`. Lanes run side by side from one tick to the next, which keeps both the database busy and
 * the order within a lane the same every time.
 */
export async function runStories(
  stage: Stage,
  beginnings: readonly Beginning[],
  { ticks, end, onTick }: Run,
): Promise<RunResult> {
  const lanes = new Map<string, Telling[]>();
  const refused: string[] = [];
  let steps = 0;
  for (const { seed, at, lane, tell } of beginnings) {
    const tellings = lanes.get(lane) ?? [];
    lanes.set(lane, tellings);
    const start = (scene: Scene, telling: (scene: Scene) => Story) => {
      tellings.push({ scene, story: telling(scene) });
    };
    start(openScene(stage, seed, at, start), tell);
  }
  for (const [index, tick] of ticks.entries()) {
    await onTick(tick);
    const until = ticks[index + 1] ?? end;
    await Promise.all([...lanes.values()].map((tellings) => runLane(tellings, until)));
  }
  return { steps, refused };

  async function runLane(tellings: Telling[], until: Instant): Promise<void> {
    for (
      let next = earliest(tellings);
      next !== undefined && next.scene.at < until;
      next = earliest(tellings)
    ) {
      steps += 1;
      const wakesAt = await step(next);
      if (wakesAt === null) tellings.splice(tellings.indexOf(next), 1);
      else next.scene.at = wakesAt;
    }
  }

  async function step({ scene, story }: Telling): Promise<Instant | null> {
    try {
      const { done, value } = await story.next();
      return done === true ? null : value;
    } catch (error) {
      if (!(error instanceof RefusedStep)) throw error;
      refused.push(`${scene.at} ${error.message}\n${error.stack?.split('\n').slice(2, 5).join('\n') ?? ''}`);
      return null;
    }
  }
}

function earliest(tellings: readonly Telling[]): Telling | undefined {
  return tellings.reduce<Telling | undefined>(
    (first, telling) => (first === undefined || telling.scene.at < first.scene.at ? telling : first),
    undefined,
  );
}
