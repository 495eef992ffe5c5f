-- Who took the place of a department that was merged or renamed.
ALTER TABLE "department" ADD COLUMN     "successor_id" UUID;

-- Try-outs of a draft of the routing catalogue on past cases.
CREATE TABLE "routing_try_out" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "routing_try_out_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "routing_try_out_version_asked_at_idx" ON "routing_try_out"("version", "asked_at" DESC);
