-- Special inspections, what they found, and their reports as approved.
CREATE TABLE "inspection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "department_ids" UUID[],
    "categories" TEXT[],
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "member_ids" UUID[],
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_by_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "report_number" TEXT,
    "content_hash" TEXT,
    "document_hash" TEXT,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inspection_finding" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "department_id" UUID NOT NULL,
    "found_on" DATE NOT NULL,
    "severity" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "item_id" UUID,

    CONSTRAINT "inspection_finding_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inspection_paper" (
    "inspection_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "inspection_paper_pkey" PRIMARY KEY ("inspection_id")
);

CREATE UNIQUE INDEX "inspection_number_key" ON "inspection"("number");

CREATE UNIQUE INDEX "inspection_report_number_key" ON "inspection"("report_number");

CREATE INDEX "inspection_planned_at_id_idx" ON "inspection"("planned_at" DESC, "id");

CREATE UNIQUE INDEX "inspection_finding_item_id_key" ON "inspection_finding"("item_id");

CREATE INDEX "inspection_finding_department_id_idx" ON "inspection_finding"("department_id");

CREATE UNIQUE INDEX "inspection_finding_inspection_id_ordinal_key" ON "inspection_finding"("inspection_id", "ordinal");

ALTER TABLE "inspection_finding" ADD CONSTRAINT "inspection_finding_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "inspection_paper" ADD CONSTRAINT "inspection_paper_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A report that was approved stays as it is.
CREATE TRIGGER inspection_paper_append_only BEFORE UPDATE OR DELETE ON inspection_paper
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
