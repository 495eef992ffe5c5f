-- Indicators of the appraisal, with their results, jury scores and items, as their events fold to.
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "department_ids" UUID[],
    "juror_ids" UUID[],
    "item_ids" UUID[],
    "waiting" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "indicator_number_key" ON "indicator"("number");

CREATE INDEX "indicator_year_number_idx" ON "indicator"("year", "number");

CREATE INDEX "indicator_item_ids_idx" ON "indicator" USING GIN ("item_ids");
