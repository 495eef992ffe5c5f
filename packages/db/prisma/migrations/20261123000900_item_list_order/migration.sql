-- The supervision list is read by deadline, page after page: all of it, and what has not left it.
CREATE INDEX "supervision_item_by_deadline_idx" ON "supervision_item"(coalesce(deadline_on, 'infinity'::date), id);
CREATE INDEX "supervision_item_open_by_deadline_idx" ON "supervision_item"(coalesce(deadline_on, 'infinity'::date), id)
  WHERE status <> 'struck_off';
