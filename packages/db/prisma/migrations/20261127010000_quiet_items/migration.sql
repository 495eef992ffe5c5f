-- Until when no sweep has to look at an item of this version; nothing is lost with it but time.
CREATE TABLE "quiet_item" (
    "item_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "quiet_until" DATE NOT NULL,

    CONSTRAINT "quiet_item_pkey" PRIMARY KEY ("item_id")
);
