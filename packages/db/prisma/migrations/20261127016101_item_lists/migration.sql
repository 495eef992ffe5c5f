-- Saved views of lists, of one person or shared with a role, and who took what out of a list as a file.
CREATE TABLE "list_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared_with" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "list_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "list_view_owner_id_name_key" ON "list_view"("owner_id", "name");
CREATE INDEX "list_view_shared_with_idx" ON "list_view"("shared_with");

CREATE TABLE "list_export" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "columns" TEXT[],
    "lines" INTEGER NOT NULL,
    CONSTRAINT "list_export_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "list_export_at_id_idx" ON "list_export"("at" DESC, "id");

CREATE INDEX "supervision_item_inspector_id_deadline_on_idx" ON "supervision_item"("inspector_id", "deadline_on");
