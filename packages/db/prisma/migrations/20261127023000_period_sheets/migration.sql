-- CreateTable
CREATE TABLE "period_sheet" (
    "id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "object_until" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "restated_at" TIMESTAMPTZ(3),
    "content_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "period_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_sheet_snapshot" (
    "sheet_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "period_sheet_snapshot_pkey" PRIMARY KEY ("sheet_id","edition")
);

-- CreateTable
CREATE TABLE "sheet_objection" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "line_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "answer" TEXT,

    CONSTRAINT "sheet_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "period_sheet_period_key" ON "period_sheet"("period");

-- CreateIndex
CREATE INDEX "sheet_objection_sheet_id_status_idx" ON "sheet_objection"("sheet_id", "status");

-- AddForeignKey
ALTER TABLE "period_sheet_snapshot" ADD CONSTRAINT "period_sheet_snapshot_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "period_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_objection" ADD CONSTRAINT "sheet_objection_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "period_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A sheet that was shown stays as it was shown.
CREATE TRIGGER period_sheet_snapshot_append_only BEFORE UPDATE OR DELETE ON period_sheet_snapshot
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_sheet_snapshot_no_truncate BEFORE TRUNCATE ON period_sheet_snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
