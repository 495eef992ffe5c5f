-- Files of a filing that is not sent yet belong to its draft, and go when it goes.
DELETE FROM "attachment_draft";

DROP INDEX "attachment_draft_token_hash_sha256_key";
ALTER TABLE "attachment_draft" DROP COLUMN "token_hash";
ALTER TABLE "attachment_draft" ADD COLUMN "draft_id" UUID NOT NULL;

CREATE UNIQUE INDEX "attachment_draft_draft_id_sha256_key" ON "attachment_draft"("draft_id", "sha256");
