-- The last of the running dates that have come near, so that lists find the item without reading streams.
ALTER TABLE "supervision_item" ADD COLUMN "near_until" DATE;
CREATE INDEX "supervision_item_near_until_idx" ON "supervision_item" ("near_until");
