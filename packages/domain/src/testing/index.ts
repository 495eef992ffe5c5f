export * from './a-card.ts';
export * from './a-complaint.ts';
export * from './an-item.ts';
export { calendar2026, rows2026 } from './calendar-2026.ts';
export { moved2027, plain2027 } from './calendar-2027.ts';
export { complaintHistory } from './complaint-history.ts';
export * from './item-history.ts';
export { outcomeOf } from './outcome-of.ts';
export * from './people.ts';
