import { readPublishedAnswers } from '@bihuan/db';
import { hidePrivateData, type Outcome } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, type Result } from '../result.ts';
import { joinableCases, type JoinableCase } from './join/joinable-case.ts';
import { publicLookAlikes } from './public-lookalikes.ts';

/** An answer that its complainant let be published. */
export type PublishedCase = { readonly title: string; readonly outcome: Outcome; readonly text: string };

/** What a person may want to know before filing: answers to the same matter, how many such run, and which may be joined. */
export type Alike = {
  readonly running: number;
  readonly joinable: readonly JoinableCase[];
  readonly published: readonly PublishedCase[];
};

const MOST = 5;

/**
 * Published answers to matters like this one, the number of those running and those that may be joined. Of a case nothing is told but title and answer,
 * without private data, and only with its complainant's consent.
 */
export async function findAlike(house: House, raw: unknown): Promise<Result<Alike>> {
  const found = await publicLookAlikes(house, raw);
  if (!found.ok) return found;
  const { running, runningIds, answeredIds } = found.value;
  const [answers, joinable] = await Promise.all([
    readPublishedAnswers(house.db, answeredIds, MOST),
    joinableCases(house, runningIds, MOST),
  ]);
  const published = answers.map(({ title, outcome, text }) => ({
    outcome,
    title: hidePrivateData(title),
    text: hidePrivateData(text),
  }));
  return done({ running, joinable, published });
}
