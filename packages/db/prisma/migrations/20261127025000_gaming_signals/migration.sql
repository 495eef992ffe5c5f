-- What looks as if it were done for the score, for a person to look at; follows from its events.
CREATE TABLE "gaming_signal" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "grown_at" TIMESTAMPTZ(3) NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "gaming_signal_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "gaming_signal_key_key" ON "gaming_signal"("key");

CREATE INDEX "gaming_signal_status_grown_at_id_idx" ON "gaming_signal"("status", "grown_at" DESC, "id");
