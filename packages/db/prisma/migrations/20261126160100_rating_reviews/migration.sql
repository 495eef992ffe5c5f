CREATE TABLE rating_review (
  id UUID NOT NULL,
  complaint_id UUID NOT NULL,
  department_id UUID,
  level TEXT NOT NULL,
  status TEXT NOT NULL,
  round INTEGER NOT NULL,
  opened_at TIMESTAMPTZ(3) NOT NULL,
  due_on DATE,
  outcome TEXT,
  appeal TEXT,
  appeal_reason TEXT,
  is_excluded BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  head_hash BYTEA NOT NULL,
  CONSTRAINT rating_review_pkey PRIMARY KEY (id)
);
CREATE INDEX rating_review_complaint_id_idx ON rating_review (complaint_id);
CREATE INDEX rating_review_status_due_on_idx ON rating_review (status, due_on);
CREATE INDEX rating_review_department_id_idx ON rating_review (department_id);
-- Two bad ratings at the same moment open one review.
CREATE UNIQUE INDEX rating_review_running ON rating_review (complaint_id) WHERE status <> 'closed';

CREATE TABLE rating_trace (
  id UUID NOT NULL,
  complaint_id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  address_hash BYTEA NOT NULL,
  device_hash BYTEA NOT NULL,
  flag TEXT,
  seen_at TIMESTAMPTZ(3),
  seen_by_id UUID,
  CONSTRAINT rating_trace_pkey PRIMARY KEY (id)
);
CREATE INDEX rating_trace_device_hash_at_idx ON rating_trace (device_hash, at);

CREATE TABLE staff_address (
  address_hash BYTEA NOT NULL,
  seen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT staff_address_pkey PRIMARY KEY (address_hash)
);
