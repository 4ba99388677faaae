-- CreateTable
CREATE TABLE "Unheard" (
    "id" TEXT COLLATE "C" NOT NULL,
    "office" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "sealed" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Unheard_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Unheard_key_idx" ON "Unheard"("key");

-- CreateIndex
CREATE INDEX "Unheard_dueAt_key_idx" ON "Unheard"("dueAt", "key");
