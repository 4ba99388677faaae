-- Only new columns: no table is rebuilt, and what is there stays as it is.
ALTER TABLE "Message" ADD COLUMN "japanese" TEXT;
ALTER TABLE "Intake" ADD COLUMN "confirmed" TEXT;
ALTER TABLE "Intake" ADD COLUMN "fixed" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Talk" ADD COLUMN "urgency" TEXT NOT NULL DEFAULT 'E9';
