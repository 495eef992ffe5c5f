import type { OpenText } from '@bihuan/domain';

/** A mail on its way out. */
export type Mail = {
  /** The same for every try, so that a provider that took an earlier one does not send it again. */
  readonly occasion: string;
  readonly to: string;
  readonly subject: OpenText;
  readonly text: string;
  /** Where one click ends such mails; null for mails to staff. */
  readonly optOutUrl: string | null;
};

/** A message to a phone. Nothing private can be in it. */
export type ShortMessage = {
  readonly occasion: string;
  readonly to: string;
  readonly text: OpenText;
};

/** What the provider calls the message it took. */
export type Taken = { readonly providerId: string };

/** A way out. `send` throws `CarrierFailure` where the provider did not take the message. */
export type Carrier<Outgoing> = { send(message: Outgoing): Promise<Taken> };

/** The ways out that are set up; null: messages stay in the local outbox. */
export type Carriers = {
  readonly email: Carrier<Mail> | null;
  readonly sms: Carrier<ShortMessage> | null;
  readonly app: Carrier<ShortMessage> | null;
};

/**
 * A fault of the provider or on the way to it. The message is short and holds no address and no text, because it is kept
 * and logged. `isFinal`: trying again is useless. `isDeadAddress`: the address itself was refused.
 */
export class CarrierFailure extends Error {
  override name = 'CarrierFailure';
  readonly isFinal: boolean;
  readonly isDeadAddress: boolean;

  constructor(
    short: string,
    { isFinal = false, isDeadAddress = false }: { isFinal?: boolean; isDeadAddress?: boolean } = {},
  ) {
    super(short);
    this.isFinal = isFinal || isDeadAddress;
    this.isDeadAddress = isDeadAddress;
  }
}
