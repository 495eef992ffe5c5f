import { randomBytes } from 'node:crypto';
import { submitComplaint, type House } from '@bihuan/api';
import { queryCode, trackingNumber } from '@bihuan/api/domain';
import { randomAddress } from '../load/random-address.ts';
import { withPortal } from '../product/portal-alone.ts';
import { pairedRankTest, rankTest } from '../rank-test.ts';
import { keep } from '../results.ts';
import { median } from '../statistics.ts';

const PORT = 4556;
const CASES = 100;
const WARM_UP = 40;
/** Beyond this many standard deviations the two kinds of wrong would be told apart; chance goes there once in 2,000. */
const MOST_SIGMA = 3.5;
const CODE_BITS = 60;
const GUESSES = 1_000_000;
/** What `tracking-limit.ts` lets through. */
const PER_NUMBER = 10;
const PER_ADDRESS = 60;

/**
 * Guesses at the tracking page: a number that is not there and a wrong code for one that is are the same answer after the
 * same time; guessing ends at the limits; numbers do not follow the order of filing.
 */
export function drillGuess(guesses: number): Promise<boolean> {
  return withPortal(PORT, async (portal, house) => {
    const numbers = await fileMany(house);
    const ask = (number: string, address: string) => guess(portal.url, number, address);
    const times = { 'wrong number': [] as number[], 'wrong code': [] as number[] };
    const answers = new Set<string>();
    for (let nth = -WARM_UP; nth < guesses; nth += 1) {
      const turns =
        Math.random() < 0.5
          ? (['wrong number', 'wrong code'] as const)
          : (['wrong code', 'wrong number'] as const);
      for (const kind of turns) {
        const number =
          kind === 'wrong number' ? absentNumber() : (numbers[Math.floor(Math.random() * CASES)] ?? '');
        const { milliseconds, status, text } = await ask(number, randomAddress());
        if (nth < 0) continue;
        times[kind].push(milliseconds);
        answers.add(`${status} ${text.replaceAll(number, 'NUMBER')}`);
      }
    }
    const pairs = times['wrong number'].map((time, nth) => [time, times['wrong code'][nth] ?? 0] as const);
    const sigma = pairedRankTest(pairs);
    const onOne = await triesUntilStopped((address) => ask(numbers[0] ?? '', address));
    const onAbsent = absentNumber();
    const onNone = await triesUntilStopped((address) => ask(onAbsent, address));
    const onMany = await triesUntilStopped((address) => ask(absentNumber(), address));
    const order = orderOf(numbers);
    const chance = GUESSES / 2 ** CODE_BITS;
    const years = GUESSES / PER_ADDRESS / 24 / 365;
    const row = (what: string, figure: string | number) => ({ what, figure });
    await keep(
      'guess',
      [
        row('guesses of each kind', guesses),
        row('different answers', answers.size),
        row('median ms, wrong number', median(times['wrong number']).toFixed(2)),
        row('median ms, wrong code', median(times['wrong code']).toFixed(2)),
        row('rank test of pairs, standard deviations', sigma.toFixed(2)),
        row('tries at one number before the limit', onOne),
        row('tries at a number that is not there', onNone),
        row('tries at many numbers before the limit', onMany),
        row(`chance of ${GUESSES} guesses at a known number`, chance.toExponential(1)),
        row(`years that ${GUESSES} guesses take one address`, years.toFixed(1)),
        row('numbers against the order of filing, standard deviations', order.toFixed(2)),
      ],
      `one answer, |rank test| < ${MOST_SIGMA}, stopped after ${PER_NUMBER} and ${PER_ADDRESS}, numbers in no order`,
    );
    return (
      answers.size === 1 &&
      Math.abs(sigma) < MOST_SIGMA &&
      onOne === PER_NUMBER &&
      onNone === PER_NUMBER &&
      onMany === PER_ADDRESS &&
      Math.abs(order) < MOST_SIGMA
    );
  });
}

async function fileMany(house: House): Promise<readonly string[]> {
  const matter = {
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'confidential',
    name: '反映人甲',
  };
  const words = {
    phone: '13800138000',
    title: '营业执照等了一个月',
    body: '每次去都说系统在升级，让回去等通知。',
  };
  const numbers = [];
  for (let nth = 0; nth < CASES; nth += 1) {
    const filed = await submitComplaint(
      house,
      { kind: 'complainant', complaintId: '' },
      { ...matter, ...words },
    );
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    numbers.push(filed.value.trackingNumber);
  }
  return numbers;
}

function absentNumber(): string {
  return trackingNumber({ prefix: 'BH', date: '2026-11-27', random: randomBytes(6) });
}

async function guess(url: string, number: string, address: string) {
  const form = new URLSearchParams({ number, code: queryCode(randomBytes(12)) });
  const began = performance.now();
  const answer = await fetch(`${url}/track`, {
    ...{ method: 'POST', redirect: 'manual', body: form },
    headers: { origin: url, 'x-forwarded-for': address },
  });
  const text = await answer.text();
  return { milliseconds: performance.now() - began, status: answer.status, text };
}

async function triesUntilStopped(attempt: (address: string) => Promise<{ status: number }>): Promise<number> {
  const address = randomAddress();
  for (let tries = 0; tries <= PER_ADDRESS; tries += 1)
    if ((await attempt(address)).status === 429) return tries;
  return PER_ADDRESS + 1;
}

/** How far the serials follow the order of filing, in standard deviations of what chance gives: the later half against the earlier. */
function orderOf(numbers: readonly string[]): number {
  const sorted = numbers.toSorted();
  const ranks = numbers.map((number) => sorted.indexOf(number));
  return rankTest(ranks.slice(0, CASES / 2), ranks.slice(CASES / 2));
}
