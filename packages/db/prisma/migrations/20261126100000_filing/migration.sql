-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "category_answers" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "chosen_category" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "may_publish" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "service_item" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "category_question" (
    "code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "category_question_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "service_item" (
    "code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "service_item_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "zone_place" (
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "zone_place_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "filing_draft" (
    "id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "resume_hash" BYTEA,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filing_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "filing_draft_resume_hash_key" ON "filing_draft"("resume_hash");

-- CreateIndex
CREATE INDEX "filing_draft_expires_at_idx" ON "filing_draft"("expires_at");
