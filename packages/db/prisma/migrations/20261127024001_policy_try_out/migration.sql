-- What a draft of a policy would have done with the past; worked on in the background.
CREATE TABLE "policy_try_out" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "policy_try_out_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "policy_try_out_kind_version_asked_at_idx" ON "policy_try_out"("kind", "version", "asked_at" DESC);

CREATE TABLE "policy_try_out_line" (
    "try_out_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "department_id" UUID,
    "period" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "policy_try_out_line_pkey" PRIMARY KEY ("try_out_id","seq")
);

CREATE INDEX "policy_try_out_line_try_out_id_period_department_id_seq_idx" ON "policy_try_out_line"("try_out_id", "period", "department_id", "seq");

ALTER TABLE "policy_try_out_line" ADD CONSTRAINT "policy_try_out_line_try_out_id_fkey" FOREIGN KEY ("try_out_id") REFERENCES "policy_try_out"("id") ON DELETE CASCADE ON UPDATE CASCADE;
