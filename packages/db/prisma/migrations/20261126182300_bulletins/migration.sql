-- CreateTable
CREATE TABLE "bulletin" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "month" TEXT,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "number" TEXT,
    "item_id" UUID,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "content_hash" TEXT,
    "document_hash" TEXT,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_paper" (
    "bulletin_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "bulletin_paper_pkey" PRIMARY KEY ("bulletin_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_month_key" ON "bulletin"("month");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_number_key" ON "bulletin"("number");

-- CreateIndex
CREATE INDEX "bulletin_kind_drafted_at_id_idx" ON "bulletin"("kind", "drafted_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "bulletin_paper" ADD CONSTRAINT "bulletin_paper_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A paper that was published stays as it is.
CREATE TRIGGER bulletin_paper_append_only BEFORE UPDATE OR DELETE ON bulletin_paper
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulletin_paper_no_truncate BEFORE TRUNCATE ON bulletin_paper
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
