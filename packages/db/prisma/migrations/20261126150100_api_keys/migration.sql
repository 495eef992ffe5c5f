-- Programs of others that file and read through Open311. The key itself is kept nowhere.
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "hint" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "per_hour" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");
CREATE INDEX "api_key_issued_at_id_idx" ON "api_key"("issued_at" DESC, "id");
