-- Limits are counted at every filing, tracking and sign-in. They need not outlive a crash, and nobody waits for the disk for them.
ALTER TABLE "rate_limit" SET UNLOGGED;
