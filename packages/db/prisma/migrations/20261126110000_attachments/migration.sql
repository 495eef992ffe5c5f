-- Files of complaints, and files sent before their complaint. The bytes lie sealed in the file store.
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "copy_sha256" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "access" TEXT NOT NULL,
    "redacted_sha256" TEXT,
    "name" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "scan" TEXT NOT NULL,
    "added_by_id" UUID,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "attachment_draft" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "copy_sha256" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "name" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "scan" TEXT NOT NULL,

    CONSTRAINT "attachment_draft_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "attachment_complaint_id_sha256_key" ON "attachment"("complaint_id", "sha256");

CREATE INDEX "attachment_draft_added_at_idx" ON "attachment_draft"("added_at");

CREATE UNIQUE INDEX "attachment_draft_token_hash_sha256_key" ON "attachment_draft"("token_hash", "sha256");

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
