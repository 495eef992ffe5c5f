-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "item_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "colour" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "cause_ref" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "object_until" DATE,
    "points" INTEGER NOT NULL,
    "talks" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "card_number_key" ON "card"("number");

-- CreateIndex
CREATE INDEX "card_status_proposed_at_id_idx" ON "card"("status", "proposed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "card_department_id_status_idx" ON "card"("department_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "card_item_id_cause_cause_ref_key" ON "card"("item_id", "cause", "cause_ref");
