-- Rulings on returns are few among all events, and are looked for by what they ruled.
CREATE INDEX "event_type_at_idx" ON "event"("type", "at" DESC) WHERE (type = 'ReturnRuled'::text);
