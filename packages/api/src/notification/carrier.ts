/** A message on its way out. */
export type Mail = {
  /** The same for every try, so that a provider that took an earlier one does not send it again. */
  readonly occasion: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** A way out. `send` throws `CarrierFailure` where the provider did not take the message. */
export type Carrier = { send(mail: Mail): Promise<void> };

/**
 * A fault of the provider or on the way to it. The message is short and holds no address and no text, because it is kept
 * and logged. `isFinal`: trying again is useless.
 */
export class CarrierFailure extends Error {
  override name = 'CarrierFailure';
  readonly isFinal: boolean;

  constructor(short: string, isFinal = false) {
    super(short);
    this.isFinal = isFinal;
  }
}
