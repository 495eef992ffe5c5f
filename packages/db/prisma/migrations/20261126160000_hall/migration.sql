ALTER TABLE contact
  ADD COLUMN representative_name BYTEA,
  ADD COLUMN representative_phone BYTEA,
  ADD COLUMN relation TEXT;

CREATE TABLE reprint (
  id UUID NOT NULL,
  complaint_id UUID NOT NULL,
  staff_id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  is_code_renewed BOOLEAN NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT reprint_pkey PRIMARY KEY (id)
);
CREATE INDEX reprint_complaint_id_idx ON reprint (complaint_id);

CREATE TABLE text_module (
  code TEXT NOT NULL,
  text TEXT NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT text_module_pkey PRIMARY KEY (code)
);

INSERT INTO text_module (code, text, changed_at) VALUES
  ('bc', '申请材料多次补正，每次要求不一致，窗口未出具一次性告知书。', '2026-11-26T00:00:00Z'),
  ('tw', '窗口与业务科室相互推诿，未明确由哪个部门受理。', '2026-11-26T00:00:00Z'),
  ('cs', '承诺时限已过，仍未办结，也未告知原因。', '2026-11-26T00:00:00Z'),
  ('xt', '系统故障，无法提交或查询，窗口告知等待，未给出时间。', '2026-11-26T00:00:00Z'),
  ('jt', '反映人表示情况紧急，希望尽快办理。', '2026-11-26T00:00:00Z'),
  ('jj', '已当场协调承办窗口受理，并向反映人一次性告知全部材料。', '2026-11-26T00:00:00Z'),
  ('js', '已当场向反映人解释政策依据和办理流程，反映人表示理解。', '2026-11-26T00:00:00Z');
