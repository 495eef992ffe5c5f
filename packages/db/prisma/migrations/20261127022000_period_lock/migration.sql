-- Whoever enters a line or a callback holds its period until it is committed, so that a freeze sees all of them or comes first.
CREATE FUNCTION hold_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('period'), hashtext(period))
    FROM (SELECT DISTINCT period FROM entered ORDER BY period) held;
  RETURN NULL;
END
$$;

CREATE TRIGGER score_entry_hold_period AFTER INSERT ON score_entry
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION hold_period();
CREATE TRIGGER callback_hold_period AFTER INSERT ON callback
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION hold_period();
