import { bulletinHash, bulletinOfMonth, readNames, readPaper } from '@bihuan/db';
import {
  fillText,
  isBulletinMonth,
  lawfulBulletinCommands,
  textValues,
  type Actor,
  type Bulletin,
  type BulletinCommandType,
  type BulletinEvent,
  type Instant,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { bulletinFor } from './change-bulletin.ts';
import { filledSections, type FilledSection } from './paper/paper-of-bulletin.ts';

export type BulletinEntry = {
  readonly type: BulletinEvent['type'];
  readonly at: Instant;
  /** Null where the clock did it. */
  readonly by: string | null;
  readonly text: string;
};

export type BulletinView = {
  readonly bulletin: Bulletin;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly FilledSection[];
  readonly values: Readonly<Record<string, string>>;
  readonly entries: readonly BulletinEntry[];
  readonly commands: readonly BulletinCommandType[];
  /** Whether content and paper still are what the chain says; null before there is anything to check. */
  readonly isIntact: boolean | null;
};

const schema = z.object({ ref: z.string().max(40) });

/** A bulletin by its month, or by its id; a special report by its id. */
export async function readBulletin(house: House, actor: Actor, raw: unknown): Promise<Result<BulletinView>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const bulletinId = await bulletinIdOf(house, parsed.value.ref);
  if (bulletinId === null) return refusal('not_found');
  const loaded = await bulletinFor(house, actor, { bulletinId });
  if (!loaded.ok) return loaded;
  const { state: bulletin, head, events } = loaded.value;
  const values = textValues(bulletin.snapshot);
  return done({
    bulletin,
    version: head.version,
    title: fillText(bulletin.texts.title ?? '', values),
    sections: filledSections(bulletin),
    values,
    entries: await entriesOf(house, events),
    commands: lawfulBulletinCommands(bulletin, actor),
    isIntact: await isIntact(house, bulletin),
  });
}

/** The id behind `2026-10` or an id. */
export async function bulletinIdOf(house: House, ref: string): Promise<string | null> {
  if (isBulletinMonth(ref)) return bulletinOfMonth(house.db, ref);
  return z.uuid().safeParse(ref).success ? ref : null;
}

export async function isIntact(house: House, bulletin: Bulletin): Promise<boolean | null> {
  if (!('contentHash' in bulletin)) return null;
  const isContent = bulletinHash(bulletin, bulletin.number) === bulletin.contentHash;
  if (!('documentHash' in bulletin)) return isContent;
  return isContent && (await readPaper(house.db, bulletin.id))?.sha256 === bulletin.documentHash;
}

async function entriesOf(house: House, events: readonly BulletinEvent[]): Promise<readonly BulletinEntry[]> {
  const { people } = await readNames(
    house.db,
    [],
    events.flatMap(({ by }) => (by === null ? [] : [by])),
  );
  return events.map((event) => ({
    type: event.type,
    at: event.at,
    by: event.by === null ? null : (people.get(event.by)?.name ?? ''),
    text: textOf(event),
  }));
}

function textOf(event: BulletinEvent): string {
  switch (event.type) {
    case 'BulletinApproved':
      return event.number;
    case 'BulletinSentBack':
      return event.reason;
    case 'BulletinCorrectionNoted':
      return event.note;
    default:
      return '';
  }
}
