-- Rulings on last places (末位零绩效) of the period that wait for their second signature.
ALTER TABLE "period_sheet" ADD COLUMN "last_places_open" INTEGER NOT NULL DEFAULT 0;
