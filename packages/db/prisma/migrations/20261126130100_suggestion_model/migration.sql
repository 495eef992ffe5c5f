-- What was learned from decided complaints, version by version.
CREATE TABLE "suggestion_model" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "texts" INTEGER NOT NULL,
    "labels" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "suggestion_model_pkey" PRIMARY KEY ("kind","version")
);
