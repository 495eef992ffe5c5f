-- A final answer that waits for the second person, so that whoever decides finds it without reading streams.
ALTER TABLE "complaint" ADD COLUMN "is_final_proposed" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "complaint_final_proposed" ON "complaint" ("submitted_at") WHERE "is_final_proposed";
