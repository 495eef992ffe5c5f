-- CreateTable
CREATE TABLE "adjustment" (
    "id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "centipoints" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "item_id" UUID,
    "reversal_of" UUID,
    "status" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "note" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "adjustment_period_status_idx" ON "adjustment"("period", "status");

-- CreateIndex
CREATE INDEX "adjustment_item_id_idx" ON "adjustment"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_entry_reversal_of_key" ON "score_entry"("reversal_of");

-- For what is entered by hand: holds the period and refuses where its sheet is frozen, in the transaction that enters.
CREATE FUNCTION refuse_frozen(asked text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('period'), hashtext(asked));
  IF EXISTS (SELECT FROM period_sheet WHERE period = asked AND status IN ('frozen', 'restating', 'restated')) THEN
    RAISE EXCEPTION 'period % is frozen', asked USING ERRCODE = 'unique_violation', CONSTRAINT = 'period_frozen';
  END IF;
END
$$;
