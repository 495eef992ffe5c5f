-- From which address a complaint was filed, as a keyed hash, for a week: so that what floods the office can be stopped.
CREATE TABLE "filing_origin" (
    "complaint_id" UUID NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filing_origin_pkey" PRIMARY KEY ("complaint_id")
);

CREATE INDEX "filing_origin_filed_at_idx" ON "filing_origin"("filed_at");

-- Addresses from which the portal takes nothing for a time. What was decided is in events, the hash only here.
CREATE TABLE "address_ban" (
    "id" UUID NOT NULL,
    "address_hash" BYTEA,
    "reason" TEXT NOT NULL,
    "banned_at" TIMESTAMPTZ(3) NOT NULL,
    "until_on" DATE NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "address_ban_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "address_ban_address_hash_idx" ON "address_ban"("address_hash");
CREATE INDEX "address_ban_banned_at_id_idx" ON "address_ban"("banned_at" DESC, "id");
