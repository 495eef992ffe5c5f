-- How many cases of which age lay with whom when a day was over; can be counted again from the events.
CREATE TABLE "backlog_day" (
    "on_day" DATE NOT NULL,
    "about" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "age_class" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "backlog_day_pkey" PRIMARY KEY ("on_day", "about", "holder", "age_class")
);
