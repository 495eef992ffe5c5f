-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tier_group" TEXT,
    "active_from" DATE NOT NULL,
    "active_to" DATE,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "roles" TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "policy" (
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "data" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "parent" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "event" (
    "stream_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "stream" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream_id","version")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "tracking_number" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "complainant_kind" TEXT NOT NULL,
    "openness" TEXT NOT NULL,
    "is_reachable" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "category" TEXT,
    "complexity" TEXT,
    "item_id" UUID,
    "survivor_id" UUID,
    "clock_kind" TEXT,
    "due_on" DATE,
    "due_half" TEXT,
    "is_due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "tried" JSONB NOT NULL,
    "cause_class" TEXT NOT NULL,
    "wish" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "enterprise_name" TEXT NOT NULL DEFAULT '',
    "credit_code" TEXT NOT NULL DEFAULT '',
    "about_department_id" UUID,
    "logged_by_id" UUID,
    "external_source" TEXT,
    "external_id" TEXT,
    "once_hash" BYTEA,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "search" tsvector,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "complaint_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "name" BYTEA,
    "phone" BYTEA,
    "email" BYTEA,
    "phone_hash" BYTEA,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateTable
CREATE TABLE "contact_look" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "contact_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback" (
    "complaint_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "has_contact" BOOLEAN,
    "is_solved" BOOLEAN,
    "satisfaction" TEXT,
    "period" TEXT NOT NULL,
    "department_id" UUID,

    CONSTRAINT "callback_pkey" PRIMARY KEY ("complaint_id","ordinal")
);

-- CreateTable
CREATE TABLE "rating" (
    "complaint_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "level" TEXT NOT NULL,
    "comment" TEXT NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("complaint_id","ordinal")
);

-- CreateTable
CREATE TABLE "supervision_item" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "importance" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "lead_department_id" UUID,
    "inspector_id" UUID,
    "deadline_on" DATE,
    "is_deadline_provisional" BOOLEAN NOT NULL DEFAULT false,
    "next_due_on" DATE,
    "signed_at" TIMESTAMPTZ(3),
    "struck_off_at" TIMESTAMPTZ(3),
    "is_on_time" BOOLEAN,
    "returns" INTEGER NOT NULL,
    "reworks" INTEGER NOT NULL,
    "percent" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "search" tsvector,

    CONSTRAINT "supervision_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_complaint" (
    "item_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "item_complaint_pkey" PRIMARY KEY ("item_id","complaint_id")
);

-- CreateTable
CREATE TABLE "participation" (
    "item_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("item_id","department_id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "evidence" TEXT NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "department_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "obstacles" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "has_substance" BOOLEAN NOT NULL,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "is_resolved" BOOLEAN NOT NULL,
    "is_false_request" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "complaint_id" UUID,
    "visit" JSONB,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "department_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "centipoints" INTEGER NOT NULL,
    "policy_version" TEXT NOT NULL,
    "arithmetic" JSONB NOT NULL,
    "ordinal" INTEGER,
    "stream_id" UUID NOT NULL,
    "event_version" INTEGER NOT NULL,
    "actor" JSONB NOT NULL,
    "reversal_of" UUID,

    CONSTRAINT "score_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_balance" (
    "department_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "centipoints" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,

    CONSTRAINT "score_balance_pkey" PRIMARY KEY ("department_id","period","account")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "complaint_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "recipient" BYTEA NOT NULL,
    "subject" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "staff_login_key" ON "staff"("login");

-- CreateIndex
CREATE INDEX "staff_department_id_idx" ON "staff"("department_id");

-- CreateIndex
CREATE INDEX "session_staff_id_idx" ON "session"("staff_id");

-- CreateIndex
CREATE INDEX "event_position_idx" ON "event"("position");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_tracking_number_key" ON "complaint"("tracking_number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_once_hash_key" ON "complaint"("once_hash");

-- CreateIndex
CREATE INDEX "complaint_status_due_on_id_idx" ON "complaint"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "complaint_submitted_at_id_idx" ON "complaint"("submitted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_item_id_idx" ON "complaint"("item_id");

-- CreateIndex
CREATE INDEX "complaint_clock_kind_due_on_idx" ON "complaint"("clock_kind", "due_on");

-- CreateIndex
CREATE INDEX "complaint_search_idx" ON "complaint" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_external_source_external_id_key" ON "complaint"("external_source", "external_id");

-- CreateIndex
CREATE INDEX "contact_phone_hash_idx" ON "contact"("phone_hash");

-- CreateIndex
CREATE INDEX "contact_look_complaint_id_idx" ON "contact_look"("complaint_id");

-- CreateIndex
CREATE INDEX "callback_period_department_id_idx" ON "callback"("period", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_item_number_key" ON "supervision_item"("number");

-- CreateIndex
CREATE INDEX "supervision_item_status_deadline_on_id_idx" ON "supervision_item"("status", "deadline_on", "id");

-- CreateIndex
CREATE INDEX "supervision_item_lead_department_id_status_idx" ON "supervision_item"("lead_department_id", "status");

-- CreateIndex
CREATE INDEX "supervision_item_next_due_on_idx" ON "supervision_item"("next_due_on");

-- CreateIndex
CREATE INDEX "supervision_item_search_idx" ON "supervision_item" USING GIN ("search");

-- CreateIndex
CREATE INDEX "item_complaint_complaint_id_idx" ON "item_complaint"("complaint_id");

-- CreateIndex
CREATE INDEX "participation_department_id_idx" ON "participation"("department_id");

-- CreateIndex
CREATE INDEX "measure_item_id_idx" ON "measure"("item_id");

-- CreateIndex
CREATE INDEX "measure_department_id_due_on_idx" ON "measure"("department_id", "due_on");

-- CreateIndex
CREATE INDEX "progress_report_item_id_idx" ON "progress_report"("item_id");

-- CreateIndex
CREATE INDEX "finding_item_id_idx" ON "finding"("item_id");

-- CreateIndex
CREATE INDEX "score_entry_department_id_period_account_idx" ON "score_entry"("department_id", "period", "account");

-- CreateIndex
CREATE INDEX "score_entry_stream_id_event_version_idx" ON "score_entry"("stream_id", "event_version");

-- CreateIndex
CREATE UNIQUE INDEX "score_entry_department_id_period_rule_ordinal_key" ON "score_entry"("department_id", "period", "rule", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "message_occasion_key" ON "message"("occasion");

-- CreateIndex
CREATE INDEX "message_complaint_id_idx" ON "message"("complaint_id");

-- CreateIndex
CREATE INDEX "message_created_at_id_idx" ON "message"("created_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_fkey" FOREIGN KEY ("year") REFERENCES "calendar_year"("year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback" ADD CONSTRAINT "callback_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_complaint" ADD CONSTRAINT "item_complaint_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_complaint" ADD CONSTRAINT "item_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "supervision_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Events and ledger are append-only: the database itself refuses to change or remove them.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER score_entry_append_only BEFORE UPDATE OR DELETE ON score_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER score_entry_no_truncate BEFORE TRUNCATE ON score_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
