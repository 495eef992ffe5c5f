-- What comes again and again: its root cause, and the change of a rule that it led to.
CREATE TABLE "recurring_matter" (
    "id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "cause_class" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "root_cause" TEXT NOT NULL,
    "change_text" TEXT,
    "owner_department_id" UUID,
    "due_on" DATE,
    "result" TEXT,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "recurring_matter_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "recurring_matter_category_department_id_cause_class_key" ON "recurring_matter"("category", "department_id", "cause_class");
