CREATE TABLE "receipt_key" (
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "public_key" BYTEA NOT NULL,
    "sealed" BYTEA,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "receipt_key_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "receipt_key_ordinal_key" ON "receipt_key"("ordinal");
