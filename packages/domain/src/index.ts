export * from './appraisal/score-card.ts';
export * from './appraisal/score-line.ts';
export * from './appraisal/score-supervision.ts';
export * from './appraisal/three-rates.ts';
export * from './appraisal/wilson-interval.ts';
export * from './attachment/attachment.ts';
export * from './attachment/attachment-command.ts';
export * from './attachment/attachment-event.ts';
export * from './attachment/decide-attachment.ts';
export * from './attachment/evolve-attachment.ts';
export * from './attachment/shown-name.ts';
export * from './broken-stream.ts';
export * from './bulletin/band.ts';
export * from './bulletin/bulletin.ts';
export * from './bulletin/bulletin-event.ts';
export * from './bulletin/bulletin-month.ts';
export * from './bulletin/bulletin-text.ts';
export * from './bulletin/decide-bulletin.ts';
export * from './bulletin/evolve-bulletin.ts';
export * from './bulletin/figure.ts';
export * from './bulletin/month-count.ts';
export * from './calendar/index.ts';
export * from './card/card.ts';
export * from './card/card-command.ts';
export * from './card/card-decision.ts';
export * from './card/card-event.ts';
export * from './card/cards-of-event.ts';
export * from './card/decide-card.ts';
export * from './card/evolve-card.ts';
export * from './complaint/complaint.ts';
export * from './complaint/complaint-command.ts';
export * from './complaint/complaint-decision.ts';
export * from './complaint/complaint-event.ts';
export * from './complaint/decide-complaint.ts';
export * from './complaint/evolve-complaint.ts';
export * from './complaint/callback-sample.ts';
export * from './complaint/final-dossier.ts';
export * from './complaint/final-statement.ts';
export * from './complaint/joinable.ts';
export * from './complaint/lawful-commands.ts';
export * from './complaint/match-route.ts';
export * from './complaint/query-code.ts';
export * from './complaint/receipt-statement.ts';
export { isCallbackExhausted } from './complaint/record-callback.ts';
export * from './complaint/rating-review/decide-review.ts';
export * from './complaint/rating-review/evolve-review.ts';
export * from './complaint/rating-review/rating-review.ts';
export * from './complaint/relation.ts';
export { handlingClock, reclassifyComplaint } from './complaint/reclassify-complaint.ts';
export { submitPart } from './complaint/split-complaint.ts';
export * from './complaint/submit-complaint.ts';
export * from './complaint/tracking-number.ts';
export * from './crossing-key.ts';
export * from './decision.ts';
export * from './notification/audience.ts';
export * from './notification/notice-event.ts';
export * from './notification/notice-rules.ts';
export * from './notification/notice-time.ts';
export * from './notification/template.ts';
export * from './notification/variable.ts';
export * from './people/actor.ts';
export * from './people/address-ban.ts';
export * from './people/api-key.ts';
export * from './people/authority.ts';
export * from './people/credit-code.ts';
export * from './people/identity/decide-access.ts';
export * from './people/identity/evolve-access.ts';
export * from './people/identity/identity-access.ts';
export * from './people/identity/identity-event.ts';
export * from './people/masked.ts';
export * from './people/private-data.ts';
export * from './people/substitution.ts';
export * from './policy/bulletin-policy.ts';
export * from './policy/callback-policy.ts';
export * from './policy/card-policy.ts';
export * from './people/succession.ts';
export * from './policy/deadline-policy.ts';
export * from './policy/routing-policy.ts';
export * from './policy/scoring-policy.ts';
export * from './policy/escalation-policy.ts';
export * from './policy/supervision-policy.ts';
export * from './supervision/coverage.ts';
export * from './supervision/decide-item.ts';
export * from './supervision/days-used.ts';
export { departmentReckoning } from './supervision/department-clock.ts';
export * from './supervision/demand.ts';
export * from './supervision/double-supervision.ts';
export { disputedMeasures, waitsForRuling } from './supervision/dispute-measure.ts';
export * from './supervision/dual-verification.ts';
export {
  escalatedToIds,
  runningEscalations,
  type Post,
} from './supervision/escalate-item.ts';
export * from './supervision/evolve-item.ts';
export { grantedExtensions, pendingExtension } from './supervision/extend-item.ts';
export * from './supervision/item-authority.ts';
export * from './supervision/item-command.ts';
export * from './supervision/item-deadlines.ts';
export * from './supervision/item-decision.ts';
export * from './supervision/item-event.ts';
export {
  bearingOf,
  clockCommand,
  interruptionsUntil,
  isSameBearing,
  lastRunningMoment,
  listedDeadline,
} from './supervision/item-wait.ts';
export { lookAgainOn } from './supervision/look-back.ts';
export { LAWFUL_ITEM_COMMANDS, isLawfulForItem } from './supervision/lawful-commands.ts';
export * from './supervision/propose-item.ts';
export * from './supervision/recurring-matter.ts';
export * from './supervision/supervision-item.ts';
export * from './supervision/team.ts';
