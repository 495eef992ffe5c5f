-- In how many complaints each word of the search index occurs; counted by the worker, for the rareness of words.
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "complaints" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
