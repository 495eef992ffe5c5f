-- Any of an item's dates may be provisional, not its deadline alone.
ALTER TABLE "supervision_item" ADD COLUMN "has_provisional_due" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX "supervision_item_provisional_deadline_idx";
CREATE INDEX "supervision_item_provisional_due_idx" ON "supervision_item"("id") WHERE has_provisional_due;
