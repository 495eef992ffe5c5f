export * from './complaint/submit-complaint.ts';
export * from './house.ts';
export * from './policy/rules-in-force.ts';
export * from './result.ts';
export * from './work.ts';
