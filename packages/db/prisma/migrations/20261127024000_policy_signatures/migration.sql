-- Why a version was made and where it came from; who signed a draft first, and what a second person sent back.
ALTER TABLE "policy" ADD COLUMN "origin" JSONB,
ADD COLUMN "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "sent_back" JSONB,
ADD COLUMN "signed_at" TIMESTAMPTZ(3),
ADD COLUMN "signed_by_id" UUID;
