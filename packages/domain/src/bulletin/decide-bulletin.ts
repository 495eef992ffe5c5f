import { happened, refused, type Decision } from '../decision.ts';
import type { Instant } from '../calendar/index.ts';
import { hasRole, personsOf, type Actor, type Role } from '../people/actor.ts';
import type { Bulletin, BulletinStatus, BulletinTexts } from './bulletin.ts';
import type { BulletinEvent } from './bulletin-event.ts';
import { figureValue, type FigureKey } from './figure.ts';

export type BulletinCommand =
  | { readonly type: 'edit_texts'; readonly texts: BulletinTexts }
  /** `number`: the next of its year. */
  | { readonly type: 'approve'; readonly number: string; readonly contentHash: string }
  | { readonly type: 'send_back'; readonly reason: string }
  | { readonly type: 'publish'; readonly contentHash: string; readonly documentHash: string }
  | { readonly type: 'archive' }
  | { readonly type: 'note_correction'; readonly key: FigureKey; readonly is: number; readonly note: string };

export type BulletinCommandType = BulletinCommand['type'];

export const BULLETIN_COMMANDS = [
  'edit_texts',
  'approve',
  'send_back',
  'publish',
  'archive',
  'note_correction',
] as const satisfies readonly BulletinCommandType[];

export type BulletinRefusal =
  | 'not_authorised'
  | 'illegal_bulletin_step'
  | 'approved_by_its_writer'
  | 'bulletin_changed_since'
  | 'nothing_to_correct';

/** Who may give each command. Source: domain.md, Monthly bulletin; approval is a second person's. */
const AUTHORITY: Readonly<Record<BulletinCommandType, readonly Role[]>> = {
  edit_texts: ['triage_admin'],
  approve: ['triage_admin', 'leader'],
  send_back: ['triage_admin', 'leader'],
  publish: ['triage_admin', 'leader'],
  archive: ['triage_admin', 'leader'],
  note_correction: ['triage_admin'],
};

const LAWFUL: Readonly<Record<BulletinCommandType, readonly BulletinStatus[]>> = {
  edit_texts: ['draft'],
  approve: ['draft'],
  send_back: ['approved'],
  publish: ['approved'],
  archive: ['published'],
  note_correction: ['published', 'archived'],
};

/** The commands that this person may give now. */
export function lawfulBulletinCommands(state: Bulletin, actor: Actor): readonly BulletinCommandType[] {
  return BULLETIN_COMMANDS.filter(
    (command) =>
      hasRole(actor, ...AUTHORITY[command]) &&
      LAWFUL[command].includes(state.status) &&
      (command !== 'approve' || !isWriter(state, actor)) &&
      (command !== 'note_correction' || state.kind === 'monthly'),
  );
}

/** What a command on a bulletin comes to. Figures cannot be changed by any; texts only until it is approved. */
export function decideBulletin(
  state: Bulletin,
  command: BulletinCommand,
  { actor, now: at }: { readonly actor: Actor; readonly now: Instant },
): Decision<BulletinEvent, BulletinRefusal> {
  if (!hasRole(actor, ...AUTHORITY[command.type])) return refused('not_authorised');
  if (!LAWFUL[command.type].includes(state.status)) return refused('illegal_bulletin_step');
  const by = actor.staffId;
  switch (command.type) {
    case 'edit_texts': {
      const changed = Object.entries(command.texts).filter(
        ([key, text]) => text !== (state.texts[key as keyof BulletinTexts] ?? ''),
      );
      if (changed.length === 0) return happened();
      return happened({ type: 'BulletinTextsEdited', at, by, texts: Object.fromEntries(changed) });
    }
    case 'approve': {
      if (isWriter(state, actor)) return refused('approved_by_its_writer');
      const { number, contentHash } = command;
      return happened({ type: 'BulletinApproved', at, by, number, contentHash });
    }
    case 'send_back':
      return happened({ type: 'BulletinSentBack', at, by, reason: command.reason });
    case 'publish':
      if (state.status === 'approved' && state.contentHash !== command.contentHash)
        return refused('bulletin_changed_since');
      return happened({ type: 'BulletinPublished', at, by, documentHash: command.documentHash });
    case 'archive':
      return happened({ type: 'BulletinArchived', at, by });
    case 'note_correction': {
      const { key, is, note } = command;
      if (state.snapshot.of !== 'month' || figureValue(state.snapshot.figures, key) === is)
        return refused('nothing_to_correct');
      return happened({ type: 'BulletinCorrectionNoted', at, by, key, is, note });
    }
  }
}

/** Whoever wrote in it, or stands in for somebody who did, does not approve it. */
function isWriter({ writtenBy }: Bulletin, actor: Actor): boolean {
  return actor.kind === 'staff' && personsOf(actor).some((person) => writtenBy.includes(person));
}
