-- Who can be on a team, in which capacity and for what, from a day to a day.
CREATE TABLE "expertise" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "categories" TEXT[],
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "expertise_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "expertise_staff_id_from_on_key" ON "expertise"("staff_id", "from_on");
