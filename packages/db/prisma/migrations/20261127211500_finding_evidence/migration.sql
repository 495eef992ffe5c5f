-- A file belongs to a complaint, or is evidence on a supervision item or of what a special inspection found.
ALTER TABLE "attachment" ADD COLUMN "inspection_id" UUID;

CREATE UNIQUE INDEX "attachment_inspection_id_evidence_ref_sha256_key" ON "attachment"("inspection_id", "evidence_ref", "sha256");

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attachment" DROP CONSTRAINT "attachment_of_one";

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_one" CHECK (num_nonnulls("complaint_id", "item_id", "inspection_id") = 1);
