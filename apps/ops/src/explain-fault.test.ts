import { expect, it } from 'vitest';
import { explainFault } from './explain-fault.ts';

const fault = (message: string, more: object) => Object.assign(new Error(message), more);

it.each([
  [fault('connect', { code: 'ECONNREFUSED' }), 'The database does not answer.'],
  [new AggregateError([fault('connect', { code: 'ECONNREFUSED' })]), 'The database does not answer.'],
  [fault('relation "x"', { code: '42P01' }), 'The database is not prepared yet; run: npm run ops -- prepare'],
  [fault('no', { code: 'ENOENT', path: 'a.csv' }), 'There is no file a.csv.'],
  [fault('is a directory', { code: 'EISDIR' }), 'That is a folder, not a file.'],
  [fault('\nInvalid `x` call:\n\n\nTimed out.', { name: 'PrismaClientUnknown' }), 'Timed out.'],
  [new Error('first line\n    at somewhere'), 'first line'],
  ['', 'The command failed without saying why.'],
])('%o', (error, sentence) => {
  expect(explainFault(error)).toBe(sentence);
});
