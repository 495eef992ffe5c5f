import type { ComplaintStatus, Openness } from './complaint.ts';

const RUNNING: readonly ComplaintStatus[] = [
  'submitted',
  'accepted',
  'under_supervision',
  'awaiting_complainant',
  'disputed',
  'reopened',
];

/**
 * Whether others who meet the same matter may be shown the title of a case and join it (共同反映): it runs, and whoever filed it
 * did so openly and let it be published.
 */
export function isJoinable({
  status,
  openness,
  mayPublish,
}: {
  readonly status: ComplaintStatus;
  readonly openness: Openness;
  readonly mayPublish: boolean;
}): boolean {
  return openness === 'open' && mayPublish && RUNNING.includes(status);
}
