/** What scores do to pay. Source: docs/rules/scoring.md. */
export type PayPolicy = {
  readonly version: string;
  /** Last in a group has no performance pay (末位零绩效). */
  readonly lastPlace: {
    /** Off by default; turned on only with a simulation, a note on the sample and two signatures. */
    readonly isOn: boolean;
    /** So many departments a group has at least. */
    readonly leastGroup: number;
    /** The period it was simulated on. */
    readonly simulatedPeriod: string | null;
    readonly sampleNote: string;
  };
};

export const DEFAULT_PAY: PayPolicy = {
  version: 'pay-1',
  lastPlace: { isOn: false, leastGroup: 3, simulatedPeriod: null, sampleNote: '' },
};

export type PayPolicyRefusal = 'last_place_needs_simulation' | 'last_place_needs_note' | 'group_below_three';

/** What stands against a policy; null where nothing does. Two signatures are asked for where it is published. */
export function payPolicyFault({ lastPlace }: PayPolicy): PayPolicyRefusal | null {
  if (!lastPlace.isOn) return null;
  if (lastPlace.leastGroup < 3) return 'group_below_three';
  if (lastPlace.simulatedPeriod === null) return 'last_place_needs_simulation';
  return lastPlace.sampleNote.trim() === '' ? 'last_place_needs_note' : null;
}
