-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "contact_removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_held" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "is_named" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removed_under" TEXT;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "retention_count" (
    "on_day" DATE NOT NULL,
    "what" TEXT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "retention_count_pkey" PRIMARY KEY ("on_day","what","rules_version")
);
