-- Only a new column: no table is rebuilt, and what is there stays as it is.
ALTER TABLE "Talk" ADD COLUMN "struck" TEXT NOT NULL DEFAULT '';
