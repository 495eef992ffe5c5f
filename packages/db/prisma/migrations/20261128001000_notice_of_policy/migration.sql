-- Notices are of policies too, which are named by their kind.
ALTER TABLE "notice" ALTER COLUMN "about_id" TYPE TEXT USING "about_id"::text;
