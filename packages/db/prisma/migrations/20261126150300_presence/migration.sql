-- Who has a case open, for "X is editing". Forgotten after a day.
CREATE TABLE "presence" (
    "subject_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "is_editing" BOOLEAN NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("subject_id","staff_id")
);

CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");
