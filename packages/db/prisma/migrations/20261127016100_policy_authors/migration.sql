-- Who began a version and who published it; null for what every installation starts from.
ALTER TABLE "policy" ADD COLUMN "drafted_by_id" UUID,
ADD COLUMN "published_by_id" UUID;
