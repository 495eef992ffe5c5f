-- Whom lateness that goes on has reached, so that their inbox finds the item without reading streams.
ALTER TABLE "supervision_item" ADD COLUMN "escalated_to_ids" UUID[] DEFAULT ARRAY[]::UUID[];
CREATE INDEX "supervision_item_escalated_to_ids_idx" ON "supervision_item" USING GIN ("escalated_to_ids");
