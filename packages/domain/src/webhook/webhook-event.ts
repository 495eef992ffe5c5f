/** What webhooks are told of: facts that everybody may know. */
export const WEBHOOK_EVENTS = [
  'complaint.accepted',
  'complaint.declined',
  'complaint.answered',
  'complaint.closed',
  'item.struck_off',
  'bulletin.published',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** The event of the log that each stands for. */
export const WEBHOOK_EVENT_OF: Readonly<Record<string, WebhookEvent>> = {
  ComplaintAccepted: 'complaint.accepted',
  ComplaintDeclined: 'complaint.declined',
  ComplaintSettledOnTheSpot: 'complaint.answered',
  AnswerPublished: 'complaint.answered',
  AnswerConfirmed: 'complaint.closed',
  ComplaintClosedInSilence: 'complaint.closed',
  ItemStruckOff: 'item.struck_off',
  BulletinPublished: 'bulletin.published',
};

/** Minutes to wait after each try that failed; after the last one it is given up. About two days and a half. */
export const WEBHOOK_WAITS = [1, 5, 15, 60, 180, 360, 720, 1080, 1200] as const;

/** When to try again after so many tries, in milliseconds from now; null where it is given up. */
export function webhookWait(tries: number): number | null {
  const minutes = WEBHOOK_WAITS[tries - 1];
  return minutes === undefined ? null : minutes * 60_000;
}
