-- What waits for a check call or for a panel is asked of events of a few rare kinds; without this every event was read.
CREATE INDEX "event_waited_for_idx" ON "event" ("type", "stream_id") WHERE "type" IN ('CheckCallRecorded', 'AppealPanelNamed');
-- Reviews of ratings in the order of their list, those that are over last, so that reading the first ones does not sort all.
CREATE INDEX "rating_review_list_idx" ON "rating_review" (("status" = 'closed' AND "appeal" IS DISTINCT FROM 'running'), "due_on", "opened_at");
-- Withdrawn while somebody worked on it: a few among all that were withdrawn and all that came under an item.
CREATE INDEX "complaint_withdrawn_from_item_idx" ON "complaint" ("submitted_at") WHERE "status" = 'withdrawn' AND "item_id" IS NOT NULL;
