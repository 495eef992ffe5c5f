-- What the public scoreboard of a period says is kept with each edition of its sheet.
-- AlterTable
ALTER TABLE "period_sheet_snapshot" ADD COLUMN "board" JSONB;
