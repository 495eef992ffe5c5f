-- Who acts in whose place, from which day to which.
CREATE TABLE "substitution" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "substitution_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "substitution_to_on_idx" ON "substitution"("to_on");
