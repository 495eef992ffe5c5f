import { localDateOf, type Instant, type WorkingCalendar } from '@bihuan/domain';
import type { House } from '../../house.ts';
import type { Result } from '../../result.ts';
import { chanceOf, sourceOf, type Chance } from './chance.ts';
import type { YearPeople } from './settle-people.ts';
import { workingDaysOn } from './working-hours.ts';

/** A story yields the moment at which it wants to go on. */
export type Story = AsyncGenerator<Instant, void, undefined>;
export type StoryPart<Value> = AsyncGenerator<Instant, Value, undefined>;

/** What one story plays in: its own clock and chance, and the house as it stands at that moment. */
export type Scene = {
  now: Instant;
  readonly serial: number;
  readonly house: House;
  readonly chance: Chance;
  readonly calendar: WorkingCalendar;
  readonly people: YearPeople;
  /** The same hour so many working days on. */
  later(workingDays: number): Instant;
  /** Starts a story beside this one. */
  beside(name: string, at: Instant, tell: (scene: Scene) => Story): void;
  /** Tries now and then on every working day, `tries` times at most, until a rule lets it; whether one did. */
  until(tries: number, act: () => Promise<Result<unknown>>): StoryPart<boolean>;
};

export type Telling = { readonly scene: Scene; readonly story: Story };

export type Stage = Pick<Scene, 'house' | 'calendar' | 'people'> & {
  /** Told of every command: whether it was lawful, or which rule refused it. */
  readonly note: (outcome: string) => void;
};

export function openTelling(
  stage: Stage,
  seed: string,
  serial: number,
  now: Instant,
  tell: (scene: Scene) => Story,
  begin: (telling: Telling) => void,
): void {
  const { calendar, people, note } = stage;
  const source = sourceOf(seed);
  const scene: Scene = {
    now,
    serial,
    ...{ calendar, people },
    house: { ...stage.house, ...source, now: () => scene.now },
    chance: chanceOf(seed),
    later: (days) => workingDaysOn(scene.now, days, calendar),
    beside: (name, at, beside) => openTelling(stage, `${seed}/${name}`, serial, at, beside, begin),
    async *until(tries, act) {
      for (let left = tries; ; left -= 1) {
        const result = await act();
        note(result.ok ? 'lawful' : result.kind === 'refusal' ? result.refusal.code : JSON.stringify(result));
        if (result.ok) return true;
        if (left <= 1) return false;
        yield scene.later(1);
      }
    },
  };
  begin({ scene, story: tell(scene) });
}

/** Tells the stories of one lane in the order of their moments, as far as a moment. */
export async function tellUntil(lane: Telling[], end: Instant): Promise<void> {
  for (;;) {
    const next = lane.reduce<Telling | undefined>(
      (first, one) => (first === undefined || one.scene.now < first.scene.now ? one : first),
      undefined,
    );
    if (next === undefined || next.scene.now >= end) return;
    const { done, value } = await next.story.next();
    if (done === true) lane.splice(lane.indexOf(next), 1);
    else if (localDateOf(value) >= localDateOf(next.scene.now)) next.scene.now = value;
    else throw new Error(`a story went back from ${next.scene.now} to ${value}`);
  }
}
