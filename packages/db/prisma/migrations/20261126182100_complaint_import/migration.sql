-- Files of other platforms on their way to becoming complaints, and their rows.
CREATE TABLE "complaint_import" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "sample" BYTEA,
    "columns" JSONB NOT NULL,
    "step" TEXT NOT NULL,
    "failure" JSONB,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "brought_at" TIMESTAMPTZ(3) NOT NULL,
    "brought_by_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undo_reason" TEXT NOT NULL DEFAULT '',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_import_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "complaint_import_brought_at_idx" ON "complaint_import"("brought_at" DESC);

CREATE TABLE "complaint_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "fault" JSONB,
    "complaint_id" UUID,
    "created_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "texts" BYTEA,

    CONSTRAINT "complaint_import_row_pkey" PRIMARY KEY ("import_id", "line")
);

CREATE INDEX "complaint_import_row_import_id_verdict_line_idx" ON "complaint_import_row"("import_id", "verdict", "line");
