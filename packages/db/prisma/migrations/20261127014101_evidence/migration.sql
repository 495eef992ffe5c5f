-- A file belongs to a complaint, or is evidence on a supervision item.
ALTER TABLE "attachment" ADD COLUMN "evidence_of" TEXT,
ADD COLUMN "evidence_ref" TEXT,
ADD COLUMN "item_id" UUID,
ALTER COLUMN "complaint_id" DROP NOT NULL;

CREATE UNIQUE INDEX "attachment_item_id_evidence_of_evidence_ref_sha256_key" ON "attachment"("item_id", "evidence_of", "evidence_ref", "sha256");

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_one" CHECK (("complaint_id" IS NULL) <> ("item_id" IS NULL));
