-- Strike-offs shown to the public beforehand, and what became of each.
ALTER TABLE "supervision_item" ADD COLUMN "notice_until" DATE;
ALTER TABLE "supervision_item" ADD COLUMN "has_open_objection" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "supervision_item_open_objection" ON "supervision_item" ("deadline_on") WHERE "has_open_objection";
CREATE TABLE "public_notice" (
    "item_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "until_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "objections" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("item_id", "given_at")
);
CREATE INDEX "public_notice_until_on_idx" ON "public_notice" ("until_on");

-- What the departments of an item say of each other's part in it.
CREATE TABLE "cooperation_assessment" (
    "item_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "about_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "period" TEXT NOT NULL,

    CONSTRAINT "cooperation_assessment_pkey" PRIMARY KEY ("item_id", "department_id", "about_id")
);
CREATE INDEX "cooperation_assessment_period_about_id_idx" ON "cooperation_assessment" ("period", "about_id");
