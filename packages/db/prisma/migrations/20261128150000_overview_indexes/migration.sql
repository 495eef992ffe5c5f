-- Overview and scoreboard count what a quarter closed, struck off and was told on the phone, and what is open: without these, all
-- there ever was is read.
CREATE INDEX "complaint_closed_at_idx" ON "complaint"("closed_at") WHERE "closed_at" IS NOT NULL;
CREATE INDEX "complaint_open_by_submitted_at_idx" ON "complaint"("submitted_at", "id")
  WHERE "status" NOT IN ('declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed');
CREATE INDEX "supervision_item_struck_off_at_idx" ON "supervision_item"("struck_off_at");
CREATE INDEX "callback_valid_at_idx" ON "callback"("at") WHERE "outcome" = 'valid';
