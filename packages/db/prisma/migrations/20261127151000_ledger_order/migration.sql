-- Lines of an account in the order in which a sheet shows them, so that reading the first ones does not sort all.
DROP INDEX "score_entry_department_id_period_account_idx";
CREATE INDEX "score_entry_department_id_period_account_at_idx" ON "score_entry" ("department_id", "period", "account", "at");
