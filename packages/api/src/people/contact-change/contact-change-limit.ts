import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { House } from '../../house.ts';

const DAY = 24 * 60 * 60;
/** How many codes are sent: for one complaint, and to one number or address whoever asks. */
const LIMITS = { complaint: { points: 5, duration: DAY }, recipient: { points: 3, duration: DAY } } as const;

type Limiters = Readonly<Record<keyof typeof LIMITS, RateLimiterAbstract>>;

const kept = new WeakMap<House['db'], Limiters>();

/** Counts one code to be sent. Returns the seconds to wait where that is one too many; 0 where it may go out. */
export async function countContactCode(
  house: House,
  complaintId: string,
  recipientHash: string,
): Promise<number> {
  const { complaint, recipient: perRecipient } = limitersOf(house);
  const counted = await Promise.all([complaint.penalty(complaintId), perRecipient.penalty(recipientHash)]);
  const waits = counted.map(({ consumedPoints, msBeforeNext }, index) => {
    const most = index === 0 ? LIMITS.complaint.points : LIMITS.recipient.points;
    return consumedPoints > most ? Math.ceil(msBeforeNext / 1000) : 0;
  });
  return Math.max(...waits);
}

function limitersOf(house: House): Limiters {
  const known = kept.get(house.db);
  if (known !== undefined) return known;
  const limiter = (name: keyof typeof LIMITS): RateLimiterAbstract =>
    new RateLimiterPostgres({
      ...{ storeClient: house.db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
      ...{ keyPrefix: `contact_code_${name}`, ...LIMITS[name] },
    });
  const made = { complaint: limiter('complaint'), recipient: limiter('recipient') };
  kept.set(house.db, made);
  return made;
}
