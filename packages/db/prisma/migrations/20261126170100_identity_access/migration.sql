-- CreateTable
CREATE TABLE "identity_access" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "fields" TEXT[],
    "until_on" DATE,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "identity_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "identity_access_complaint_id_idx" ON "identity_access"("complaint_id");

-- CreateIndex
CREATE INDEX "identity_access_status_requested_at_idx" ON "identity_access"("status", "requested_at");

-- AddForeignKey
ALTER TABLE "identity_access" ADD CONSTRAINT "identity_access_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "contact_look" ADD COLUMN "access_id" UUID,
ADD COLUMN "department_id" UUID,
ADD COLUMN "fields" TEXT[] DEFAULT ARRAY['name', 'phone', 'email']::TEXT[];

-- CreateIndex
CREATE INDEX "contact_look_at_id_idx" ON "contact_look"("at", "id");

-- Who looked stays known: looks are added, never changed or taken away.
CREATE TRIGGER contact_look_append_only BEFORE UPDATE OR DELETE ON contact_look
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_look_no_truncate BEFORE TRUNCATE ON contact_look
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
