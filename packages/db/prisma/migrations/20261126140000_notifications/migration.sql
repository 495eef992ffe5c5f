-- Messages go to staff as well, over several channels, and may bounce; a bell for the staff; rules of notification as data.
ALTER TABLE "message" ALTER COLUMN "complaint_id" DROP NOT NULL,
    ADD COLUMN "staff_id" UUID,
    ADD COLUMN "audience" TEXT NOT NULL DEFAULT 'complainant',
    ADD COLUMN "rules_version" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "provider_id" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "bounced_at" TIMESTAMPTZ(3);

CREATE INDEX "message_provider_id_idx" ON "message"("provider_id");

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "about_id" UUID,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "notice_staff_id_occasion_key" ON "notice"("staff_id", "occasion");

CREATE INDEX "notice_staff_id_read_at_idx" ON "notice"("staff_id", "read_at");

CREATE INDEX "notice_staff_id_created_at_id_idx" ON "notice"("staff_id", "created_at" DESC, "id");

CREATE TABLE "notice_version" (
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,

    CONSTRAINT "notice_version_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "staff_notice_choice" (
    "staff_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "email" BYTEA,
    "phone" BYTEA,
    "mode" TEXT NOT NULL,
    "muted" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_notice_choice_pkey" PRIMARY KEY ("staff_id")
);

CREATE TABLE "notice_opt_out" (
    "complaint_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_opt_out_pkey" PRIMARY KEY ("complaint_id")
);

CREATE TABLE "bounced_address" (
    "hash" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "bounced_address_pkey" PRIMARY KEY ("hash")
);
