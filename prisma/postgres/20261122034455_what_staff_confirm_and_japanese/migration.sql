-- Only new columns: no table is rebuilt, and what is there stays as it is.
ALTER TABLE "Message" ADD COLUMN "japanese" TEXT COLLATE "C";
ALTER TABLE "Intake" ADD COLUMN "confirmed" TEXT COLLATE "C";
ALTER TABLE "Intake" ADD COLUMN "fixed" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "Talk" ADD COLUMN "urgency" TEXT COLLATE "C" NOT NULL DEFAULT 'E9';
