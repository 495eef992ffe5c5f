-- One row for each day that is over: what its events come to, and up to which place of the log the day goes.
CREATE TABLE "day_anchor" (
    "day" DATE NOT NULL,
    "events" INTEGER NOT NULL,
    "through" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "day_anchor_pkey" PRIMARY KEY ("day")
);
CREATE TRIGGER day_anchor_append_only BEFORE UPDATE OR DELETE ON day_anchor
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER day_anchor_no_truncate BEFORE TRUNCATE ON day_anchor
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
