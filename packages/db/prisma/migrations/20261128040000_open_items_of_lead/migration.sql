-- What one department leads and is open, in the order of the list: else all that it ever led is looked at.
CREATE INDEX "supervision_item_open_by_lead_idx" ON "supervision_item"("lead_department_id", coalesce(deadline_on, 'infinity'::date), id)
  WHERE status <> 'struck_off';
