CREATE TABLE contact_change (
  id UUID NOT NULL,
  complaint_id UUID NOT NULL,
  field TEXT NOT NULL,
  key_id TEXT NOT NULL,
  value BYTEA,
  code_hash BYTEA NOT NULL,
  asked_at TIMESTAMPTZ(3) NOT NULL,
  asked_by_id UUID,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT contact_change_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_change_complaint_id_field_asked_at_idx ON contact_change (complaint_id, field, asked_at DESC);
