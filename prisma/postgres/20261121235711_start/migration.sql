-- CreateTable
CREATE TABLE "Talk" (
    "key" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "intake" TEXT COLLATE "C",
    "draft" BOOLEAN NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "role" TEXT COLLATE "C",
    "category" TEXT COLLATE "C",
    "district" TEXT COLLATE "C",
    "lang" TEXT COLLATE "C" NOT NULL,
    "dueAt" BIGINT,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Intake" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "talk" TEXT COLLATE "C",
    "receiptNo" TEXT COLLATE "C",
    "channel" TEXT COLLATE "C" NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "completeness" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "closeReason" TEXT COLLATE "C",
    "urgency" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "category" TEXT COLLATE "C",
    "district" TEXT COLLATE "C",
    "lang" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C",
    "unread" BOOLEAN NOT NULL,
    "firstHumanReplyAt" BIGINT,
    "linkedFrom" TEXT COLLATE "C",
    "revision" INTEGER NOT NULL,
    "filed" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "ended" BOOLEAN NOT NULL,
    "facts" TEXT COLLATE "C" NOT NULL,
    "reporter" TEXT COLLATE "C" NOT NULL,
    "contactPlan" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "intake" TEXT COLLATE "C" NOT NULL,
    "at" BIGINT NOT NULL,
    "mediaId" TEXT COLLATE "C",
    "retractedAt" BIGINT,
    "head" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C",

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "intake" TEXT COLLATE "C" NOT NULL,
    "at" BIGINT NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "intake" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "upload" TEXT COLLATE "C" NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaChunk" (
    "media" TEXT COLLATE "C" NOT NULL,
    "upload" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "MediaChunk_pkey" PRIMARY KEY ("media","upload","n")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "loginKey" TEXT COLLATE "C",
    "removedAt" BIGINT,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "staff" TEXT COLLATE "C" NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "staff" TEXT COLLATE "C" NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Failure" (
    "id" TEXT COLLATE "C" NOT NULL,
    "loginKey" TEXT COLLATE "C" NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gone" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Gone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mark" (
    "id" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Mark_pkey" PRIMARY KEY ("id")
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
