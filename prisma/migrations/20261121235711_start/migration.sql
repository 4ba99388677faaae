-- CreateTable
CREATE TABLE "Talk" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "intake" TEXT,
    "draft" BOOLEAN NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "role" TEXT,
    "category" TEXT,
    "district" TEXT,
    "lang" TEXT NOT NULL,
    "dueAt" BIGINT,
    "sealed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Intake" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "talk" TEXT,
    "receiptNo" TEXT,
    "channel" TEXT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "completeness" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "closeReason" TEXT,
    "urgency" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "category" TEXT,
    "district" TEXT,
    "lang" TEXT NOT NULL,
    "owner" TEXT,
    "unread" BOOLEAN NOT NULL,
    "firstHumanReplyAt" BIGINT,
    "linkedFrom" TEXT,
    "revision" INTEGER NOT NULL,
    "filed" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "ended" BOOLEAN NOT NULL,
    "facts" TEXT NOT NULL,
    "reporter" TEXT NOT NULL,
    "contactPlan" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "intake" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "mediaId" TEXT,
    "retractedAt" BIGINT,
    "head" TEXT NOT NULL,
    "text" TEXT
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "intake" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "sealed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "intake" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "upload" TEXT NOT NULL,
    "sealed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MediaChunk" (
    "media" TEXT NOT NULL,
    "upload" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("media", "upload", "n")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "loginKey" TEXT,
    "removedAt" BIGINT,
    "sealed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "staff" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "staff" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Failure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "loginKey" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Gone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Mark" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Talk_dueAt_key_idx" ON "Talk"("dueAt", "key");

-- CreateIndex
CREATE INDEX "Talk_intake_idx" ON "Talk"("intake");

-- CreateIndex
CREATE INDEX "Talk_office_draft_receivedAt_key_idx" ON "Talk"("office", "draft", "receivedAt", "key");

-- CreateIndex
CREATE INDEX "Intake_office_ended_place_receivedAt_id_idx" ON "Intake"("office", "ended", "place", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Intake_office_place_receivedAt_id_idx" ON "Intake"("office", "place", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Intake_office_receivedAt_id_idx" ON "Intake"("office", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Intake_office_receiptNo_idx" ON "Intake"("office", "receiptNo");

-- CreateIndex
CREATE INDEX "Message_intake_at_id_idx" ON "Message"("intake", "at", "id");

-- CreateIndex
CREATE INDEX "Entry_intake_at_id_idx" ON "Entry"("intake", "at", "id");

-- CreateIndex
CREATE INDEX "Media_intake_idx" ON "Media"("intake");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_loginKey_key" ON "Staff"("loginKey");

-- CreateIndex
CREATE INDEX "Staff_office_id_idx" ON "Staff"("office", "id");

-- CreateIndex
CREATE INDEX "Session_staff_idx" ON "Session"("staff");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Invitation_expiresAt_idx" ON "Invitation"("expiresAt");

-- CreateIndex
CREATE INDEX "Failure_loginKey_at_idx" ON "Failure"("loginKey", "at");

-- CreateIndex
CREATE INDEX "Failure_at_idx" ON "Failure"("at");
