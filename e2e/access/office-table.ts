/**
 * Who of the office may ask for what: every page, form, endpoint and procedure, and every role. Nobody may without being signed
 * in. `-`: always refused. `+`: may, where the thing itself allows it (its state, its department). `*`: who is refused here
 * depends on a thing that is not at hand, or on a form that cannot be filled in blindly; the domain and the use cases show it.
 */
export const OFFICE_TABLE = `
                                                                   cle tri off hea ins ass app lea cus aud adm
CALL dueDatePreview                                                +   +   +   +   +   +   +   +   +   +   +
CALL earlierCases                                                  +   +   -   -   -   -   -   -   -   -   -
CALL inboxCount                                                    +   +   +   +   +   +   +   +   +   +   +
CALL leavePresence                                                 +   +   +   +   +   +   +   +   +   +   +
CALL markPresence                                                  +   +   +   +   +   +   +   +   +   +   +
CALL noticeCount                                                   +   +   +   +   +   +   +   +   +   +   +
CALL search                                                        +   +   +   +   +   +   +   +   +   +   +
GET /account                                                       +   +   +   +   +   +   +   +   +   +   +
GET /account/second-factor                                         +   +   +   +   +   +   +   +   +   +   +
GET /api-keys                                                      -   -   -   -   -   -   -   -   -   -   +
GET /api/trpc/[...path]                                            +   +   +   +   +   +   +   +   +   +   +   *
GET /appraisal                                                     -   +   +   +   +   +   +   +   -   +   -
GET /appraisal/[departmentId]                                      -   +   +   +   +   +   +   +   -   +   -
GET /appraisal/adjustments                                         -   -   -   -   -   -   +   +   -   +   -
GET /appraisal/last-place                                          -   -   -   -   -   -   +   +   -   +   -
GET /appraisal/periods                                             -   +   +   +   +   +   +   +   -   +   -
GET /appraisal/periods/[period]                                    -   +   +   +   +   +   +   +   -   +   -
GET /appraisal/periods/[period]/correct                            -   -   -   -   -   -   +   -   -   -   -   *
GET /appraisal/periods/[period]/diff                               -   +   +   +   +   +   +   +   -   +   -   *
GET /appraisal/periods/[period]/object                             -   -   -   +   -   -   -   -   -   -   -   *
GET /appraisal/year                                                -   +   +   +   +   +   +   +   -   +   -
GET /attachments/[id]                                              +   +   +   +   +   +   -   +   -   +   -   *
GET /attachments/[id]/redact                                       -   +   -   -   -   -   -   -   -   -   -   *
GET /bulletins                                                     +   +   +   +   +   +   +   +   +   +   +
GET /bulletins/[ref]                                               +   +   +   +   +   +   +   +   +   +   +
GET /bulletins/[ref]/paper                                         +   +   +   +   +   +   +   +   +   +   +
GET /bulletins/[ref]/rows                                          +   +   +   +   +   +   +   +   +   +   +   *
GET /burden                                                        -   +   +   +   +   +   +   +   -   +   -
GET /burden/[departmentId]                                         -   +   +   +   +   +   +   +   -   +   -
GET /burden/[departmentId]/[month]                                 -   +   +   +   +   +   +   +   -   +   -
GET /calendar                                                      +   +   +   +   +   +   +   +   +   +   +
GET /callbacks                                                     +   -   -   -   -   -   -   -   -   -   -
GET /callbacks/[complaintId]                                       +   -   -   -   -   -   -   -   -   -   -
GET /cards                                                         -   +   +   +   +   +   +   +   -   +   -
GET /cards/[id]                                                    -   +   -   -   +   +   +   +   -   +   -
GET /categories                                                    -   +   -   -   -   -   -   -   -   +   +
GET /complaints                                                    +   +   +   +   +   +   -   +   -   +   -
GET /complaints/[id]                                               -   +   +   +   +   +   -   +   -   +   -
GET /complaints/[id]/notice                                        +   +   +   +   +   +   -   +   -   +   -   *
GET /configuration                                                 -   -   -   -   -   -   -   -   -   -   +
GET /configuration/export                                          -   -   -   -   -   -   -   -   -   -   +
GET /cooperation                                                   -   +   +   +   +   -   +   +   -   +   -
GET /exports                                                       -   -   -   -   -   -   -   -   -   +   +
GET /filing-bans                                                   -   -   -   -   -   -   -   -   -   +   +
GET /gaming                                                        -   -   -   -   -   -   +   -   -   +   -
GET /identity                                                      -   -   -   -   -   -   -   -   +   +   -
GET /identity/looks                                                -   -   -   -   -   -   -   -   +   +   -
GET /import                                                        +   +   -   -   -   -   -   -   -   -   -
GET /import/[id]                                                   +   +   -   -   -   -   -   -   -   -   -   *
GET /inbox                                                         +   +   +   +   +   +   +   +   +   +   +
GET /indicators                                                    +   +   +   +   +   +   +   +   +   +   +
GET /indicators/[id]                                               -   +   +   +   -   -   +   +   -   +   -
GET /indicators/[id]/edit                                          -   -   -   -   -   -   +   -   -   -   -
GET /indicators/import                                             -   -   -   -   -   -   +   -   -   -   -
GET /indicators/new                                                -   -   -   -   -   -   +   -   -   -   -
GET /inspections                                                   +   +   +   +   +   +   +   +   +   +   +
GET /inspections/[id]                                              -   +   +   +   +   -   -   +   -   +   -
GET /inspections/[id]/paper                                        +   +   +   +   +   +   +   +   +   +   +   *
GET /inspections/new                                               -   +   -   -   -   -   -   +   -   -   -
GET /jobs                                                          -   -   -   -   -   -   -   -   -   -   +
GET /lineage/[kind]/[id]                                           -   +   +   +   +   +   -   +   -   +   -   *
GET /no-answers                                                    -   +   -   -   -   -   -   +   -   +   -
GET /notice-rules                                                  -   +   -   -   -   -   -   -   -   -   +
GET /notice-rules/[event]                                          -   +   -   -   -   -   -   -   -   -   +
GET /notice-rules/[event]/[to]/[kind]                              -   +   -   -   -   -   -   -   -   -   +
GET /notices                                                       +   +   +   +   +   +   +   +   +   +   +
GET /notices/settings                                              +   +   +   +   +   +   +   +   +   +   +
GET /outbox                                                        +   +   -   -   -   -   -   -   -   -   +
GET /outbox/[id]                                                   +   +   -   -   -   -   -   -   -   -   +
GET /overview                                                      -   -   +   +   -   -   +   +   -   +   -
GET /people                                                        -   -   -   -   -   -   -   -   -   -   +
GET /people/staff/[id]                                             -   -   -   -   -   -   -   -   -   -   +
GET /policies                                                      -   +   -   -   -   -   +   +   -   +   -
GET /policies/[kind]                                               -   +   -   -   -   -   +   +   -   +   -
GET /policies/callbacks                                            -   +   -   -   -   -   +   +   -   +   -
GET /policies/routing                                              -   +   -   -   -   -   -   +   -   +   -
GET /precedents                                                    -   +   -   -   -   -   -   +   -   +   -
GET /questions                                                     +   +   -   -   -   -   -   -   -   -   +
GET /rating-reviews                                                +   +   +   +   +   -   +   +   -   +   -
GET /rating-reviews/[reviewId]                                     +   +   +   +   +   -   +   +   -   +   -
GET /recurring                                                     -   +   -   -   -   -   -   +   -   +   -
GET /recurring/[category]/[departmentId]/[causeClass]              -   +   -   -   -   -   -   +   -   +   -
GET /retention                                                     -   -   -   -   -   -   -   -   +   +   +
GET /search                                                        +   +   +   +   +   +   +   +   +   +   +
GET /site-messages                                                 -   -   -   -   -   -   -   -   -   +   +
GET /substitutes                                                   +   +   +   +   +   +   +   +   +   +   +
GET /supervision                                                   -   +   +   +   +   +   +   +   -   +   -
GET /supervision/[id]                                              -   +   +   +   +   +   +   +   -   +   -
GET /supervision/changes                                           -   +   +   +   +   +   +   +   -   +   -   *
GET /supervision/export                                            -   +   +   +   +   +   +   +   -   +   -
GET /supervision/new                                               -   +   -   -   -   -   -   +   -   -   -
GET /teams                                                         -   +   -   -   +   -   -   +   -   +   +
GET /trends                                                        -   +   +   +   -   -   +   +   -   +   -
GET /trends/annual                                                 -   +   -   -   -   -   +   +   -   +   -
GET /trends/annual/[year]                                          -   +   -   -   -   -   +   +   -   +   -
GET /trends/backlog                                                -   +   +   +   -   -   +   +   -   +   -
GET /trends/backlog/rows                                           -   +   +   +   -   -   +   +   -   +   -   *
GET /trends/exports                                                -   +   +   +   -   -   +   +   -   +   -
GET /trends/exports/[id]                                           -   +   +   +   -   -   +   +   -   +   -   *
GET /trends/rows                                                   -   +   +   +   -   -   +   +   -   +   -   *
GET /triage                                                        +   +   +   +   +   +   -   +   -   +   -
GET /uncovered                                                     -   +   -   -   -   -   -   +   -   +   -
GET /walk-in                                                       +   -   -   -   -   -   -   -   -   -   -
GET /walk-in/[id]                                                  +   +   -   -   +   +   -   +   -   +   -
GET /walk-in/text-modules                                          +   +   -   -   -   -   -   -   -   -   -
GET /webhooks                                                      -   -   -   -   -   -   -   -   -   -   +
POST /account/second-factor?/begin                                 +   +   +   +   +   +   +   +   +   +   +   *
POST /account/second-factor?/codes                                 +   +   +   +   +   +   +   +   +   +   +   *
POST /account/second-factor?/confirm                               +   +   +   +   +   +   +   +   +   +   +   *
POST /account/second-factor?/remove                                +   +   +   +   +   +   +   +   +   +   +   *
POST /account?/changePassword                                      +   +   +   +   +   +   +   +   +   +   +   *
POST /account?/endOne                                              +   +   +   +   +   +   +   +   +   +   +   *
POST /account?/endOthers                                           +   +   +   +   +   +   +   +   +   +   +   *
POST /acting-for                                                   +   +   +   +   +   +   +   +   +   +   +   *
POST /api-keys?/issue                                              -   -   -   -   -   -   -   -   -   -   +
POST /api-keys?/revoke                                             -   -   -   -   -   -   -   -   -   -   +
POST /api/trpc/[...path]                                           +   +   +   +   +   +   +   +   +   +   +   *
POST /appraisal/[departmentId]?/reverse                            -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/adjustments?/propose                               -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/adjustments?/settle                                -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/last-place?/drop_last_place                        -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/last-place?/propose_last_place                     -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/last-place?/sign_last_place                        -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/periods/[period]/correct?/correct                  -   -   -   -   -   -   +   -   -   -   -   *
POST /appraisal/periods/[period]/object?/default                   -   -   -   +   -   -   -   -   -   -   -   *
POST /appraisal/periods/[period]?/close_objections                 -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/periods/[period]?/drop_restatement                 -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/periods/[period]?/freeze                           -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/periods/[period]?/propose_restatement              -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/periods/[period]?/publish                          -   -   -   -   -   -   +   -   -   -   -
POST /appraisal/periods/[period]?/rule                             -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/periods/[period]?/sign_restatement                 -   -   -   -   -   -   +   +   -   -   -
POST /appraisal/periods?/open                                      -   -   -   -   -   -   +   -   -   -   -   *
POST /attachments/[id]/original                                    +   +   +   +   +   +   -   +   -   +   -   *
POST /attachments/[id]/redact?/default                             -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/approve                                     -   -   -   -   -   -   -   +   -   -   -   *
POST /bulletins/[ref]?/archive                                     -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/edit_texts                                  -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/note_correction                             -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/publish                                     -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/recount                                     -   +   -   -   -   -   -   -   -   -   -   *
POST /bulletins/[ref]?/send_back                                   -   +   -   -   -   -   -   +   -   -   -   *
POST /bulletins?/draft                                             -   +   -   -   -   -   -   -   -   -   -
POST /bulletins?/draft_special                                     -   +   -   -   -   -   -   -   -   -   -
POST /calendar?/change                                             -   -   -   -   -   -   -   -   -   -   +
POST /calendar?/weigh                                              -   -   -   -   -   -   -   -   -   -   +
POST /callbacks/[complaintId]?/record                              +   -   -   -   -   -   -   -   -   -   -   *
POST /callbacks/[complaintId]?/reveal                              +   +   -   -   -   -   -   -   -   -   -
POST /cards/[id]?/clear                                            -   +   -   -   -   -   -   -   -   -   -
POST /cards/[id]?/drop                                             -   +   -   -   -   -   -   -   -   -   -
POST /cards/[id]?/hold_talk                                        -   +   -   -   -   -   -   +   -   -   -
POST /cards/[id]?/issue                                            -   +   -   -   -   -   -   -   -   -   -
POST /cards/[id]?/object                                           -   -   -   +   -   -   -   -   -   -   -
POST /cards/[id]?/revoke                                           -   +   -   -   -   -   -   +   -   -   -
POST /cards/[id]?/uphold                                           -   +   -   -   -   -   -   +   -   -   -
POST /categories?/change                                           -   -   -   -   -   -   -   -   -   -   +
POST /categories?/close                                            -   -   -   -   -   -   -   -   -   -   +
POST /categories?/create                                           -   -   -   -   -   -   -   -   -   -   +
POST /categories?/question                                         -   -   -   -   -   -   -   -   -   -   +
POST /categories?/undo                                             -   -   -   -   -   -   -   -   -   -   +
POST /complaints/[id]?/accept                                      -   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/add_measure                                 +   +   +   +   +   +   +   +   +   +   +
POST /complaints/[id]?/ask_complainant                             -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/attach                                      -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/decide_final                                -   -   -   -   -   -   -   +   -   -   -   *
POST /complaints/[id]?/decide_objection                            -   +   -   -   -   -   -   +   -   -   -
POST /complaints/[id]?/decide_review                               -   -   -   -   +   +   -   +   -   -   -
POST /complaints/[id]?/decline                                     -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/link_to_item                                -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/merge                                       -   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/place_under_supervision                     -   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/propose_final                               -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/publish_answer                              -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/reclassify                                  -   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/record_check_call                           +   -   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/release_file                                -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/reopen                                      -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/reply                                       +   -   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/request_identity                            -   -   +   +   -   -   -   -   -   -   -
POST /complaints/[id]?/reveal                                      +   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/settle_on_the_spot                          +   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/split                                       -   +   -   -   -   -   -   -   -   -   -   *
POST /complaints/[id]?/supplement                                  +   -   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/unmerge                                     -   +   -   -   -   -   -   -   -   -   -
POST /complaints/[id]?/view_identity                               -   -   +   +   -   -   -   -   -   -   -
POST /complaints/[id]?/withhold_file                               -   +   -   -   -   -   -   -   -   -   -
POST /configuration?/apply                                         -   -   -   -   -   -   -   -   -   -   +
POST /configuration?/weigh                                         -   -   -   -   -   -   -   -   -   -   +
POST /filing-bans?/ban                                             -   -   -   -   -   -   -   -   -   -   +
POST /filing-bans?/lift                                            -   -   -   -   -   -   -   -   -   -   +
POST /filing-bans?/phone                                           -   -   -   -   -   -   -   -   -   -   +
POST /gaming?/decide                                               -   -   -   -   -   -   +   -   -   -   -
POST /identity?/grant                                              -   -   -   -   -   -   -   -   +   -   -   *
POST /identity?/refuse                                             -   -   -   -   -   -   -   -   +   -   -
POST /identity?/revoke                                             -   -   -   -   -   -   -   -   +   -   -
POST /import/[id]?/check                                           +   +   -   -   -   -   -   -   -   -   -   *
POST /import/[id]?/drop                                            +   +   -   -   -   -   -   -   -   -   -   *
POST /import/[id]?/file                                            +   +   -   -   -   -   -   -   -   -   -   *
POST /import/[id]?/undo                                            +   +   -   -   -   -   -   -   -   -   -   *
POST /import?/bring                                                +   +   -   -   -   -   -   -   -   -   -
POST /indicators/[id]/edit?/default                                -   -   -   -   -   -   +   -   -   -   -   *
POST /indicators/[id]?/close_jury                                  -   -   -   -   -   -   +   -   -   -   -
POST /indicators/[id]?/confirm                                     -   -   -   -   -   -   +   +   -   -   -   *
POST /indicators/[id]?/enter_result                                -   -   -   -   -   -   +   -   -   -   -
POST /indicators/[id]?/give_jury_score                             -   +   +   +   -   -   +   +   -   +   -
POST /indicators/[id]?/open_item                                   -   +   -   -   -   -   -   +   -   -   -
POST /indicators/[id]?/retire                                      -   -   -   -   -   -   +   -   -   -   -
POST /indicators/[id]?/send_back_result                            -   -   -   -   -   -   +   +   -   -   -
POST /indicators/[id]?/withdraw_draft                              -   -   -   -   -   -   +   -   -   -   -
POST /indicators/import?/take                                      -   -   -   -   -   -   +   -   -   -   -
POST /indicators/import?/try                                       -   -   -   -   -   -   +   -   -   -   -
POST /indicators/new?/default                                      -   -   -   -   -   -   +   -   -   -   -   *
POST /indicators?/confirm                                          -   -   -   -   -   -   +   +   -   -   -   *
POST /indicators?/freeze                                           -   -   -   -   -   -   +   -   -   -   -
POST /indicators?/publish                                          -   -   -   -   -   -   +   -   -   -   -
POST /inspections/[id]?/approve_report                             -   -   -   -   -   -   -   +   -   -   -
POST /inspections/[id]?/attach                                     -   -   -   -   +   -   -   -   -   -   -   *
POST /inspections/[id]?/begin                                      -   +   -   -   +   -   -   -   -   -   -
POST /inspections/[id]?/cancel                                     -   +   -   -   -   -   -   +   -   -   -
POST /inspections/[id]?/draft_report                               -   +   -   -   +   -   -   -   -   -   -
POST /inspections/[id]?/edit_report                                -   +   -   -   +   -   -   -   -   -   -
POST /inspections/[id]?/form_team                                  -   +   -   -   -   -   -   -   -   -   -
POST /inspections/[id]?/open_item                                  -   +   -   -   -   -   -   -   -   -   -
POST /inspections/[id]?/record_finding                             -   -   -   -   +   -   -   -   -   -   -
POST /inspections/[id]?/send_back_report                           -   -   -   -   -   -   -   +   -   -   -
POST /inspections/[id]?/submit_report                              -   +   -   -   +   -   -   -   -   -   -
POST /inspections/[id]?/withdraw_finding                           -   -   -   -   +   -   -   -   -   -   -
POST /inspections/new?/default                                     -   +   -   -   -   -   -   +   -   -   -   *
POST /jobs?/retry                                                  -   -   -   -   -   -   -   -   -   -   +
POST /notice-rules/[event]/[to]/[kind]?/preview                    -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules/[event]/[to]/[kind]?/save                       -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules/[event]/[to]/[kind]?/test                       -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules/[event]?/matrix                                 -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules?/drop                                           -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules?/hours                                          -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules?/publish                                        -   +   -   -   -   -   -   -   -   -   +
POST /notice-rules?/restore                                        -   +   -   -   -   -   -   -   -   -   +
POST /notices/settings?/default                                    +   +   +   +   +   +   +   +   +   +   +
POST /notices?/open                                                +   +   +   +   +   +   +   +   +   +   +
POST /notices?/readAll                                             +   +   +   +   +   +   +   +   +   +   +
POST /outbox/[id]?/resend                                          +   +   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/change                                    -   -   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/endRole                                   -   -   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/giveRole                                  -   -   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/resetFactor                               -   -   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/signOut                                   -   -   -   -   -   -   -   -   -   -   +
POST /people/staff/[id]?/withdrawTerm                              -   -   -   -   -   -   -   -   -   -   +
POST /people?/createDepartment                                     -   -   -   -   -   -   -   -   -   -   +
POST /people?/createStaff                                          -   -   -   -   -   -   -   -   -   -   +
POST /people?/factorRule                                           -   -   -   -   -   -   -   -   -   -   +
POST /people?/endDepartment                                        -   -   -   -   -   -   -   -   -   -   +
POST /people?/renameDepartment                                     -   -   -   -   -   -   -   -   -   -   +
POST /people?/withdrawDepartmentChange                             -   -   -   -   -   -   -   -   -   -   +
POST /policies/[kind]?/begin                                       -   -   -   -   -   -   +   -   -   -   -
POST /policies/[kind]?/drop                                        -   -   -   -   -   -   +   -   -   -   -
POST /policies/[kind]?/save                                        -   -   -   -   -   -   +   -   -   -   -
POST /policies/[kind]?/send_back                                   -   -   -   -   -   -   +   +   -   -   -
POST /policies/[kind]?/sign                                        -   -   -   -   -   -   +   +   -   -   -
POST /policies/[kind]?/submit                                      -   -   -   -   -   -   +   -   -   -   -
POST /policies/[kind]?/try_out                                     -   -   -   -   -   -   +   -   -   -   -
POST /policies/callbacks?/begin                                    -   -   -   -   -   -   +   -   -   -   -
POST /policies/callbacks?/drop                                     -   -   -   -   -   -   +   -   -   -   -
POST /policies/callbacks?/publish                                  -   -   -   -   -   -   +   -   -   -   -
POST /policies/callbacks?/save                                     -   -   -   -   -   -   +   -   -   -   -
POST /policies/routing?/begin                                      -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/publish                                    -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/raise_rule                                 -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/remove_rule                                -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/save_priorities                            -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/save_rule                                  -   +   -   -   -   -   -   -   -   -   -
POST /policies/routing?/try_out                                    -   +   -   -   -   -   -   -   -   -   -
POST /policies?/begin                                              -   -   -   -   -   -   +   -   -   -   -
POST /questions?/save                                              -   +   -   -   -   -   -   -   -   -   +
POST /rating-reviews/[reviewId]?/appeal                            -   -   -   +   -   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/extend                            -   +   -   -   -   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/make_contact                      +   +   -   -   -   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/name_panel                        -   -   -   -   -   -   +   -   -   -   -   *
POST /rating-reviews/[reviewId]?/record_callback                   +   -   -   -   -   -   -   -   -   -   -   *
POST /rating-reviews/[reviewId]?/rectify                           -   -   +   +   -   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/reply                             -   +   -   -   -   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/rule                              -   -   -   -   -   -   +   -   -   -   -
POST /rating-reviews/[reviewId]?/verify                            -   +   -   -   +   -   -   -   -   -   -
POST /rating-reviews/[reviewId]?/vote                              +   +   +   +   +   +   +   +   +   +   +   *
POST /rating-reviews?/seen                                         -   +   -   -   -   -   +   -   -   -   -
POST /recurring/[category]/[departmentId]/[causeClass]?/finish     -   +   -   -   -   -   -   -   -   -   -
POST /recurring/[category]/[departmentId]/[causeClass]?/rootCause  -   +   -   -   -   -   -   -   -   -   -
POST /recurring/[category]/[departmentId]/[causeClass]?/ruleChange -   +   -   -   -   -   -   -   -   -   -
POST /retention?/hold                                              -   -   -   -   -   -   -   -   +   -   -
POST /retention?/lift                                              -   -   -   -   -   -   -   -   +   -   -
POST /site-messages?/publish                                       -   -   -   -   -   -   -   -   -   -   +
POST /site-messages?/withdraw                                      -   -   -   -   -   -   -   -   -   -   +
POST /substitutes?/end                                             +   +   +   +   +   +   +   +   +   +   +   *
POST /substitutes?/name                                            +   +   +   +   +   +   +   +   +   +   +
POST /supervision/[id]?/add_measure                                +   +   +   +   +   +   +   +   +   +   +
POST /supervision/[id]?/answer_directive                           -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/assess_cooperation                         -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/assign                                     -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/attach                                     -   +   +   +   +   +   -   -   -   -   -   *
POST /supervision/[id]?/complete_measure                           -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/countersign                                -   +   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/decide_extension                           -   +   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/designate                                  -   -   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/dispute_measure                            -   -   -   +   -   -   -   -   -   -   -
POST /supervision/[id]?/file_corroboration                         -   -   -   -   -   +   -   -   -   -   -
POST /supervision/[id]?/file_third_check                           -   -   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/file_verification                          -   -   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/form_team                                  -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/give_directive                             -   -   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/give_public_notice                         -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/hold_meeting                               -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/inquire                                    -   +   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/look_back                                  -   +   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/make_long_running                          -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/open_verification                          -   +   -   -   -   -   -   -   -   -   -   *
POST /supervision/[id]?/propose_card                               -   +   -   -   +   -   -   +   -   -   -
POST /supervision/[id]?/record_rebound                             -   +   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/record_visit                               -   +   -   -   +   -   -   -   -   -   -
POST /supervision/[id]?/refer_up                                   -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/reject_report                              -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/report_progress                            -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/request_extension                          -   -   -   +   -   -   -   -   -   -   -
POST /supervision/[id]?/request_strike_off                         -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/resume                                     -   +   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/return                                     -   -   -   +   -   -   -   -   -   -   -
POST /supervision/[id]?/rule_on_dispute                            -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/rule_on_notice_objection                   -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/rule_on_return                             -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/send_to_rework                             -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/sign                                       -   -   +   +   -   -   -   -   -   -   -
POST /supervision/[id]?/strike_off                                 -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/suspend                                    -   -   -   -   -   -   -   +   -   -   -
POST /supervision/[id]?/take_up_again                              -   +   -   -   -   -   -   -   -   -   -
POST /supervision/[id]?/watch                                      -   +   -   -   -   -   -   -   -   -   -
POST /supervision/new?/default                                     -   +   -   -   -   -   -   +   -   -   -
POST /supervision?/act                                             -   +   +   +   +   +   +   +   -   +   -
POST /supervision?/drop_view                                       -   +   +   +   +   +   +   +   -   +   -   *
POST /supervision?/save_view                                       -   +   +   +   +   +   +   +   -   +   -
POST /teams?/default                                               -   +   -   -   -   -   -   -   -   -   +
POST /trends/annual?/default                                       -   +   -   -   -   -   -   +   -   -   -
POST /trends/exports?/ask                                          -   +   +   +   -   -   +   +   -   +   -
POST /trends/exports?/cancel                                       -   +   +   +   -   -   +   +   -   +   -
POST /walk-in/[id]?/ask_contact                                    +   -   -   -   -   -   -   -   -   -   -
POST /walk-in/[id]?/confirm_contact                                +   -   -   -   -   -   -   -   -   -   -
POST /walk-in/[id]?/reprint                                        +   +   -   -   -   -   -   -   -   -   -
POST /walk-in/text-modules?/drop                                   +   +   -   -   -   -   -   -   -   -   -
POST /walk-in/text-modules?/keep                                   +   +   -   -   -   -   -   -   -   -   -
POST /walk-in?/default                                             +   -   -   -   -   -   -   -   -   -   -
POST /webhooks?/again                                              -   -   -   -   -   -   -   -   -   -   +
POST /webhooks?/change                                             -   -   -   -   -   -   -   -   -   -   +
POST /webhooks?/create                                             -   -   -   -   -   -   -   -   -   -   +
POST /webhooks?/span                                               -   -   -   -   -   -   -   -   -   -   +
POST /webhooks?/test                                               -   -   -   -   -   -   -   -   -   -   +
`;

/** What is there for those who have not signed in. */
export const BEFORE_SIGN_IN: readonly string[] = [
  'GET /healthz',
  'GET /readyz',
  'GET /setup',
  'GET /sign-in',
  'GET /sign-in/forgot',
  'GET /sign-in/reset',
  'POST /preferences',
  'POST /setup?/default',
  'POST /sign-in/forgot?/default',
  'POST /sign-in/reset?/default',
  'POST /sign-in?/finish',
  'POST /sign-in?/keep',
  'POST /sign-in?/signIn',
  'POST /sign-in?/startOver',
  'POST /sign-out',
];
