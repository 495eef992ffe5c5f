-- Filters that few open items meet, and words in open items: without these every open item is looked at, or every item there ever was.
CREATE INDEX "supervision_item_open_by_source_idx" ON "supervision_item"("source", "importance", coalesce(deadline_on, 'infinity'::date), id)
  WHERE status <> 'struck_off';
CREATE INDEX "supervision_item_open_search_idx" ON "supervision_item" USING GIN ("search") WHERE status <> 'struck_off';
