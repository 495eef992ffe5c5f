import { describe, expect, it } from 'vitest';
import { aComplaint, aComplaintContext, complainant, outcomeOf } from '../testing/index.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext } from './complaint-decision.ts';
import { decideComplaint } from './decide-complaint.ts';
import { evolveComplaint } from './evolve-complaint.ts';

const to = (complexity: 'simple' | 'ordinary' | 'complex', category = 'licence') =>
  ({ type: 'reclassify', category, complexity, reason: 'Needs a site visit.' }) as const;

function after(state: Complaint, command: ComplaintCommand, context: Partial<ComplaintContext>): Complaint {
  const decision = decideComplaint(state, command, aComplaintContext(context));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Complaint>(evolveComplaint, state);
}

describe('another classification', () => {
  it('counts the new number of days from the same start and tells the date it had', () => {
    const decision = decideComplaint(aComplaint().underSupervision(), to('complex'), aComplaintContext());
    expect(outcomeOf(decision)).toMatchObject([
      {
        type: 'ComplaintReclassified',
        complexity: 'complex',
        before: { date: '2026-10-19', half: 'pm' },
        clock: {
          start: '2026-10-12T02:00:00.000Z',
          workingDays: 15,
          due: { date: '2026-11-02', half: 'pm' },
        },
      },
    ]);
  });

  it('keeps the pauses there were', () => {
    const waiting = aComplaint().awaitingComplainant();
    const answered = after(
      waiting,
      { type: 'reply', text: 'Desk 3.' },
      { actor: complainant, now: '2026-10-16T02:00:00.000Z' },
    );
    const changed = after(answered, to('complex'), { now: '2026-10-16T03:00:00.000Z' });
    expect('resolution' in changed && changed.resolution).toMatchObject({
      workingDays: 15,
      pauses: [{ reason: 'awaiting_complainant' }],
      due: { date: '2026-11-04', half: 'pm' },
    });
  });

  it('changes the resting clock while the complainant is asked, and not the one that runs', () => {
    const waiting = aComplaint().awaitingComplainant();
    const changed = after(waiting, to('complex'), { now: '2026-10-14T03:00:00.000Z' });
    expect(changed).toMatchObject({
      status: 'awaiting_complainant',
      complexity: 'complex',
      clock: { kind: 'waiting', due: { date: '2026-10-28' } },
      resolution: { due: { date: '2026-11-02' } },
    });
  });

  it('leaves the date where only the category is another', () => {
    const changed = after(aComplaint().accepted(), to('ordinary', 'tax'), {});
    expect(changed).toMatchObject({ category: 'tax', clock: aComplaint().accepted().clock });
  });

  it('makes nobody late by a stroke of the pen', () => {
    const context = aComplaintContext({ now: '2026-10-16T04:00:00.000Z' });
    expect(outcomeOf(decideComplaint(aComplaint().underSupervision(), to('simple'), context))).toEqual({
      code: 'due_would_be_past',
      data: { date: '2026-10-15' },
    });
  });

  it('writes what the old date had crossed before it moves', () => {
    const late = aComplaintContext({ now: '2026-10-20T04:00:00.000Z' });
    const decision = decideComplaint(aComplaint().underSupervision(), to('complex'), late);
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual([
      'DeadlineCrossed',
      'ComplaintReclassified',
    ]);
  });

  it('is refused where nothing would change', () => {
    const decision = decideComplaint(aComplaint().accepted(), to('ordinary'), aComplaintContext());
    expect(outcomeOf(decision)).toEqual({ code: 'classification_unchanged' });
  });
});
