-- A measure that a cooperating department disputes, so that whoever rules finds its item without reading streams.
ALTER TABLE "supervision_item" ADD COLUMN "has_open_dispute" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "supervision_item_open_dispute" ON "supervision_item" ("deadline_on") WHERE "has_open_dispute";

-- Rulings on disputes are precedents like those on returns; the index serves both.
DROP INDEX "event_type_at_idx";
CREATE INDEX "event_type_at_idx" ON "event"("type", "at" DESC) WHERE (type IN ('ReturnRuled', 'DisputeRuled'));
