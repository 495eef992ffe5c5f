-- What system admins change of the catalogue, the calendar and the rest, each with its reason; webhooks; messages of the site; questions and answers.
ALTER TABLE "category" ADD COLUMN "active_from" DATE,
ADD COLUMN "active_to" DATE,
ADD COLUMN "successor" TEXT;

CREATE TABLE "configuration_change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "configuration_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "events" TEXT[],
    "key_id" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "answer" INTEGER,
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "site_message" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "site_message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "question_entry" (
    "id" UUID NOT NULL,
    "category" TEXT,
    "question" TEXT NOT NULL,
    "question_en" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answer_en" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "question_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "configuration_change_subject_at_id_idx" ON "configuration_change"("subject", "at" DESC, "id");

CREATE INDEX "webhook_delivery_status_next_at_idx" ON "webhook_delivery"("status", "next_at");

CREATE INDEX "webhook_delivery_webhook_id_happened_at_idx" ON "webhook_delivery"("webhook_id", "happened_at" DESC);

CREATE UNIQUE INDEX "webhook_delivery_webhook_id_occasion_key" ON "webhook_delivery"("webhook_id", "occasion");

CREATE INDEX "site_message_until_at_idx" ON "site_message"("until_at");

CREATE INDEX "question_entry_status_idx" ON "question_entry"("status");

ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER configuration_change_append_only BEFORE UPDATE OR DELETE ON configuration_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER configuration_change_no_truncate BEFORE TRUNCATE ON configuration_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
