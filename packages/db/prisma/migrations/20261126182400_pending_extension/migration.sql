-- An extension that waits for its decision, so that whoever decides finds it without reading streams.
ALTER TABLE "supervision_item" ADD COLUMN "has_pending_extension" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "supervision_item_pending_extension" ON "supervision_item" ("deadline_on") WHERE "has_pending_extension";
