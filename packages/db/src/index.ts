export * from './appraisal/ledger.ts';
export * from './appraisal/month-view.ts';
export * from './appraisal/score-sheet-view.ts';
export * from './appraisal/scoreboard-view.ts';
export * from './audit/append-events.ts';
export * from './audit/event-hash.ts';
export * from './audit/replay-rows.ts';
export * from './audit/stored-event.ts';
export * from './audit/verify-chain.ts';
export * from './calendar/calendar-store.ts';
export * from './calendar/covered-years.ts';
export * from './card/card-list-view.ts';
export * from './card/card-store.ts';
export * from './card/waiting-cards-view.ts';
export type * from './complaint/complaint-scope-condition.ts';
export * from './complaint/complaint-store.ts';
export * from './complaint/complaint-view.ts';
export * from './complaint/draft-store.ts';
export * from './complaint/due-complaints-view.ts';
export type * from './complaint/first-filing-catalogue.ts';
export * from './complaint/known-external-ids.ts';
export * from './complaint/lookalike-view.ts';
export * from './complaint/search-view.ts';
export * from './complaint/search-words.ts';
export * from './complaint/tracking-view.ts';
export * from './complaint/triage-list.ts';
export * from './complaint/word-counts.ts';
export * from './database.ts';
export * from './job/drop-queued-jobs.ts';
export * from './job/enqueue-jobs.ts';
export * from './job/work-queues.ts';
export * from './notification/bounced-address.ts';
export * from './notification/first/first-notices.ts';
export * from './notification/message-list-view.ts';
export * from './notification/message-store.ts';
export * from './notification/notice-store.ts';
export * from './notification/notice-version-store.ts';
export * from './notification/queue-message.ts';
export * from './notification/staff-notice-choice.ts';
export * from './notification/staff-to-tell.ts';
export * from './open311/request-view.ts';
export * from './people/api-key-store.ts';
export * from './people/contact-store.ts';
export {
  readWaitingComplaints,
  readWaitingItems,
  type Waiting,
  type WaitingComplaintKind,
  type WaitingItemKind,
} from './people/inbox-view.ts';
export * from './people/keyring.ts';
export * from './people/presence-store.ts';
export * from './people/substitution-store.ts';
export * from './policy/policy-store.ts';
export * from './prepare-database.ts';
export * from './recreate-database.ts';
export * from './save-change.ts';
export * from './setting-store.ts';
export type * from './statement.ts';
export * from './supervision/callback-list-view.ts';
export * from './supervision/coverage-view.ts';
export * from './supervision/due-items-view.ts';
export * from './supervision/item-list-view.ts';
export * from './supervision/item-store.ts';
export * from './supervision/names-view.ts';
export * from './supervision/recurrence-view.ts';
export * from './supervision/recurring-matter-store.ts';
