import type { CardCause, CardColour, CardCommandType, CardEventType, CardStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const cardColourTerm: Terms<CardColour> = {
  yellow: m.card_colour_yellow,
  red: m.card_colour_red,
};

export const cardStatusTerm: Terms<CardStatus> = {
  proposed: m.card_status_proposed,
  dropped: m.card_status_dropped,
  issued: m.card_status_issued,
  objected: m.card_status_objected,
  upheld: m.card_status_upheld,
  revoked: m.card_status_revoked,
  cleared: m.card_status_cleared,
};

export const CARD_TONE: Readonly<Record<CardStatus, Tone>> = {
  proposed: 'waiting',
  dropped: 'neutral',
  issued: 'active',
  objected: 'waiting',
  upheld: 'active',
  revoked: 'neutral',
  cleared: 'good',
};

export const cardCauseTerm: Terms<CardCause> = {
  late_sign_for: m.card_cause_late_sign_for,
  heartbeat_missed: m.card_cause_heartbeat_missed,
  overdue: m.card_cause_overdue,
  long_overdue: m.card_cause_long_overdue,
  rework: m.card_cause_rework,
  second_rework: m.card_cause_second_rework,
  false_request: m.card_cause_false_request,
  second_yellow: m.card_cause_second_yellow,
  by_person: m.card_cause_by_person,
};

export const cardEventTerm: Terms<CardEventType> = {
  CardProposed: m.card_event_CardProposed,
  CardDropped: m.card_event_CardDropped,
  CardIssued: m.card_event_CardIssued,
  CardObjected: m.card_event_CardObjected,
  CardUpheld: m.card_event_CardUpheld,
  CardRevoked: m.card_event_CardRevoked,
  CardTalkHeld: m.card_event_CardTalkHeld,
  CardCleared: m.card_event_CardCleared,
};

type Words = {
  readonly title: () => string;
  readonly about: () => string;
  /** Its one text. */
  readonly name: string;
  readonly label: () => string;
  readonly hint?: () => string;
};

/** What each action is called, and the text it asks for. */
export const CARD_ACTIONS: Readonly<Record<CardCommandType, Words>> = {
  issue: {
    title: m.card_do_issue,
    about: m.card_about_issue,
    name: 'evidence',
    label: m.card_evidence,
    hint: m.card_evidence_hint,
  },
  drop: { title: m.card_do_drop, about: m.card_about_drop, name: 'reason', label: m.card_reason },
  object: {
    title: m.card_do_object,
    about: m.card_about_object,
    name: 'grounds',
    label: m.card_objection,
    hint: m.card_objection_hint,
  },
  uphold: { title: m.card_do_uphold, about: m.card_about_uphold, name: 'reason', label: m.card_reason },
  revoke: { title: m.card_do_revoke, about: m.card_about_revoke, name: 'reason', label: m.card_reason },
  hold_talk: {
    title: m.card_do_hold_talk,
    about: m.card_about_hold_talk,
    name: 'record',
    label: m.card_talk_record,
  },
  clear: { title: m.card_do_clear, about: m.card_about_clear, name: 'outcome', label: m.card_outcome },
};
