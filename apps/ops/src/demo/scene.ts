import type { House } from '@bihuan/api';
import type { Instant } from '@bihuan/api/domain';
import { openChance, type Chance } from './chance.ts';
import type { OfficeHours } from './office-hours.ts';
import type { Zone } from './settle-zone.ts';

/** A story yields the moment at which it wants to go on. */
export type Story = AsyncGenerator<Instant, void, undefined>;

/** A part of a story that comes to something. */
export type StoryPart<Value> = AsyncGenerator<Instant, Value, undefined>;

/** What one story plays in: its own clock, its own chance, and the house as it stands at that moment. */
export type Scene = {
  /** The present moment of the story; the run moves it. */
  at: Instant;
  readonly house: House;
  readonly chance: Chance;
  readonly hours: OfficeHours;
  readonly zone: Zone;
  /** The moment from `least` to `most` half-days on. */
  later(least: number, most: number): Instant;
  /** Starts a story beside this one, with a clock and a chance of its own. */
  beside(name: string, at: Instant, tell: (scene: Scene) => Story): void;
};

export type Stage = {
  readonly house: House;
  readonly hours: OfficeHours;
  readonly zone: Zone;
};

/** Opens the scene of a story; ids and codes made in it follow from its seed. */
export function openScene(
  { house, hours, zone }: Stage,
  seed: string,
  at: Instant,
  start: (scene: Scene, tell: (scene: Scene) => Story) => void,
): Scene {
  const chance = openChance(seed);
  const scene: Scene = {
    at,
    house: { ...house, now: () => scene.at, newId: chance.uuid, randomBytes: chance.bytes },
    chance,
    hours,
    zone,
    later: (least, most) => hours.after(scene.at, chance.whole(least, most), chance),
    beside: (name, moment, tell) =>
      start(openScene({ house, hours, zone }, `${seed}/${name}`, moment, start), tell),
  };
  return scene;
}
