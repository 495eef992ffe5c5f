-- Complaints that are split into parts: the whole that a part came from.
ALTER TABLE "complaint" ADD COLUMN "split_from_id" UUID;

CREATE INDEX "complaint_split_from_id_idx" ON "complaint"("split_from_id");
