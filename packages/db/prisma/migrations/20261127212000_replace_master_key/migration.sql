-- The keys of hashes and derived codes, sealed under the master key, so that they stay when it is replaced.
CREATE TABLE "index_key_set" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    CONSTRAINT "index_key_set_pkey" PRIMARY KEY ("id")
);
-- The rows of an import may be written by a process that seals under another key than the one that took the file in.
ALTER TABLE "complaint_import_row" ADD COLUMN "key_id" TEXT;
UPDATE "complaint_import_row" SET "key_id" = "complaint_import"."key_id"
FROM "complaint_import" WHERE "complaint_import"."id" = "import_id";
UPDATE "complaint_import_row" SET "key_id" = 'k1' WHERE "key_id" IS NULL;
ALTER TABLE "complaint_import_row" ALTER COLUMN "key_id" SET NOT NULL;
