-- Roles of people from one day to another. `open`: to come or running; `over`: its last day is gone; `withdrawn`: taken back.
CREATE TABLE "role_term" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "role_term_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "role_term_ends_after_it_begins" CHECK ("to_on" IS NULL OR "to_on" >= "from_on"),
    CONSTRAINT "role_term_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "role_term_staff_id_idx" ON "role_term"("staff_id");

-- A name that a department gets on a day, or its end. What was the name before is kept once it came.
CREATE TABLE "department_change" (
    "id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "name" TEXT,
    "name_en" TEXT,
    "former_name" TEXT,
    "former_name_en" TEXT,
    "successor_id" UUID,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "department_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "department_change_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "department_change_department_id_idx" ON "department_change"("department_id");
CREATE INDEX "department_change_on_day_idx" ON "department_change"("on_day");
