import type { House } from '../../house.ts';
import { limiterOf } from '../../limiter.ts';

const DAY = 24 * 60 * 60;
/** How many codes are sent: for one complaint, and to one number or address whoever asks. */
const LIMITS = { complaint: { points: 5, duration: DAY }, recipient: { points: 3, duration: DAY } } as const;

/** Counts one code to be sent. Returns the seconds to wait where that is one too many; 0 where it may go out. */
export async function countContactCode(
  house: House,
  complaintId: string,
  recipientHash: string,
): Promise<number> {
  const limiter = (name: keyof typeof LIMITS) => limiterOf(house, `contact_code_${name}`, LIMITS[name]);
  const counted = await Promise.all([
    limiter('complaint').penalty(complaintId),
    limiter('recipient').penalty(recipientHash),
  ]);
  const waits = counted.map(({ consumedPoints, msBeforeNext }, index) => {
    const most = index === 0 ? LIMITS.complaint.points : LIMITS.recipient.points;
    return consumedPoints > most ? Math.ceil(msBeforeNext / 1000) : 0;
  });
  return Math.max(...waits);
}
