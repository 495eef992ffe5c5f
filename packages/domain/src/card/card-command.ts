import type { LocalDate } from '../calendar/index.ts';
import type { CardCause, CardColour } from './card.ts';

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type ProposeCard = Command<
  'propose',
  {
    id: string;
    number: string;
    itemId: string;
    departmentId: string;
    colour: CardColour;
    cause: CardCause;
    causeRef: string;
    isRaised: boolean;
    grounds: string;
  }
>;

export type CardCommand =
  | Command<'drop', { reason: string }>
  | Command<'issue', { evidence: string }>
  | Command<'object', { grounds: string }>
  | Command<'uphold', { reason: string }>
  | Command<'revoke', { reason: string }>
  | Command<'hold_talk', { on: LocalDate; record: string }>
  | Command<'clear', { outcome: string }>;

export type CardCommandType = CardCommand['type'];

export const CARD_COMMANDS = [
  'drop',
  'issue',
  'object',
  'uphold',
  'revoke',
  'hold_talk',
  'clear',
] as const satisfies readonly CardCommandType[];
