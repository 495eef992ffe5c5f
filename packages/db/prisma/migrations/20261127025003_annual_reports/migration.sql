-- The annual report of a year that is over, as it was made: its figures, and the paper byte for byte.
CREATE TABLE "annual_report" (
    "year" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,

    CONSTRAINT "annual_report_pkey" PRIMARY KEY ("year")
);

-- A report that was made stays as it is.
CREATE TRIGGER annual_report_append_only BEFORE UPDATE OR DELETE ON annual_report
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annual_report_no_truncate BEFORE TRUNCATE ON annual_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
