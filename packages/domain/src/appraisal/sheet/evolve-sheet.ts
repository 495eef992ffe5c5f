import { BrokenStream } from '../../broken-stream.ts';
import type { SheetEvent } from './sheet-event.ts';
import type {
  FrozenSheet,
  RestatedSheet,
  RestatingSheet,
  SheetLastPlace,
  SheetLife,
  SheetRuling,
} from './sheet-life.ts';

/** What a sheet becomes by one event. Throws `BrokenStream` where it cannot follow the state. */
export function evolveSheet(state: SheetLife | null, event: SheetEvent): SheetLife {
  if (event.type === 'SheetOpened') {
    if (state !== null) throw new BrokenStream('SheetOpened twice');
    const { id, period, contentHash, objectUntil, at: openedAt, by: openedBy } = event;
    const base = { id, period, edition: 0, contentHash, openedAt, openedBy, objectUntil };
    return { ...base, objections: [], lastPlaces: [], status: 'provisional' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before SheetOpened`);
  const { at, by } = event;
  switch (event.type) {
    case 'SheetObjected': {
      if (state.status !== 'provisional') break;
      const { objectionId: id, departmentId, account, line, grounds } = event;
      const made = { id, departmentId, account, line, grounds, madeAt: at, madeBy: by, ruling: null };
      return { ...state, objections: [...state.objections, made] };
    }
    case 'SheetObjectionUpheld': {
      const { objectionId, reason, correction } = event;
      return ruled(state, objectionId, { at, by, reason, isUpheld: true, correction });
    }
    case 'SheetObjectionDismissed': {
      const { objectionId, reason } = event;
      return ruled(state, objectionId, { at, by, reason, isUpheld: false, correction: null });
    }
    case 'SheetDecided':
      if (state.status !== 'provisional') break;
      return { ...state, status: 'decided', decidedAt: at, decidedBy: by };
    case 'SheetPublished': {
      if (state.status !== 'decided' && state.status !== 'published') break;
      const { edition, contentHash } = event;
      return { ...state, status: 'published', edition, contentHash, publishedAt: at, publishedBy: by };
    }
    case 'SheetFrozen':
      if (state.status !== 'published') break;
      return { ...state, status: 'frozen', frozenAt: at, frozenBy: by, restatements: [] };
    case 'SheetLineCorrected':
      if (state.status !== 'frozen' && state.status !== 'restated') break;
      return state;
    case 'LastPlaceProposed': {
      if (!takesLastPlaces(state)) break;
      const { groupId, departmentIds, zeroIds, outcome, reason } = event;
      const made = { groupId, departmentIds, zeroIds, outcome, reason, proposedAt: at, proposedBy: by };
      return { ...state, lastPlaces: [...settledPlaces(state, groupId), { ...made, signed: null }] };
    }
    case 'LastPlaceDropped':
      if (!takesLastPlaces(state)) break;
      return { ...state, lastPlaces: settledPlaces(state, event.groupId) };
    case 'LastPlaceSigned': {
      if (!takesLastPlaces(state)) break;
      const isOther = (one: SheetLastPlace) => one.groupId !== event.groupId;
      const proposed = state.lastPlaces.find((one) => !isOther(one) && one.signed === null);
      if (proposed === undefined) break;
      return {
        ...state,
        lastPlaces: [...state.lastPlaces.filter(isOther), { ...proposed, signed: { at, by } }],
      };
    }
    case 'RestatementProposed': {
      if (state.status !== 'frozen' && state.status !== 'restated') break;
      const { reason, contentHash } = event;
      return { ...state, status: 'restating', proposal: { at, by, reason, contentHash } };
    }
    case 'RestatementDropped':
      if (state.status !== 'restating') break;
      return withoutProposal(state);
    case 'SheetRestated': {
      if (state.status !== 'restating') break;
      const { proposal } = state;
      const restatement = {
        edition: event.edition,
        reason: proposal.reason,
        proposedAt: proposal.at,
        proposedBy: proposal.by,
        signedAt: at,
        signedBy: by,
      };
      return {
        ...withoutProposal(state),
        status: 'restated',
        edition: event.edition,
        contentHash: event.contentHash,
        restatements: [...state.restatements, restatement],
      };
    }
  }
  throw new BrokenStream(`${event.type} in ${state.status}`);
}

/** The sheet its events come to; null where there are none. */
export function foldSheet(events: readonly SheetEvent[]): SheetLife | null {
  return events.reduce<SheetLife | null>(evolveSheet, null);
}

function ruled(state: SheetLife, objectionId: string, ruling: SheetRuling): SheetLife {
  const isOpen = state.objections.some(({ id, ruling: before }) => id === objectionId && before === null);
  if (state.status !== 'provisional' || !isOpen)
    throw new BrokenStream(`a ruling on ${objectionId} in ${state.status}`);
  return {
    ...state,
    objections: state.objections.map((one) => (one.id === objectionId ? { ...one, ruling } : one)),
  };
}

/** Scores are settled, and no restatement waits for a signature over something else. */
function takesLastPlaces({ status }: SheetLife): boolean {
  return status !== 'provisional' && status !== 'restating';
}

/** Without what waits for a signature in a group. */
function settledPlaces({ lastPlaces }: SheetLife, groupId: string): readonly SheetLastPlace[] {
  return lastPlaces.filter((one) => one.groupId !== groupId || one.signed !== null);
}

/** As it stood before the proposal: restated where it had been restated before. */
function withoutProposal(state: RestatingSheet): FrozenSheet | RestatedSheet {
  const { proposal: _, ...rest } = state;
  return { ...rest, status: rest.restatements.length > 0 ? 'restated' : 'frozen' };
}
