-- What a transferred complaint says of itself.
ALTER TABLE "complaint" ADD COLUMN "reported_at" TIMESTAMPTZ(3),
ADD COLUMN "reported_category" TEXT NOT NULL DEFAULT '';

-- Due dates to be reckoned again once the calendar of their year is loaded: few, among many.
CREATE INDEX "complaint_provisional_due_idx" ON "complaint"("due_on", "id") WHERE is_due_provisional;
CREATE INDEX "supervision_item_provisional_deadline_idx" ON "supervision_item"("deadline_on", "id") WHERE is_deadline_provisional;
