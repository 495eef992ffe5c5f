import { localDateOf } from '@bihuan/api/domain';
import type { APIRoute } from 'astro';
import { house } from '../house.ts';
import { answerResults } from '../indicator-results/answer-results.ts';

/** Results of indicators from programs that hold a key for it. */
export const ALL: APIRoute = ({ request, locals }) =>
  answerResults(house, request, locals.address, localDateOf(house.now()));
