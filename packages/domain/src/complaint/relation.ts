/** What somebody who complains for another (代办) is to that person. */
export const RELATIONS = ['family', 'employee', 'agent', 'neighbour', 'community_worker', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
