-- CreateIndex
CREATE INDEX "complaint_survivor_id_idx" ON "complaint"("survivor_id");
