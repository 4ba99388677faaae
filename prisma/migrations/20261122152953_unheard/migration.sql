-- CreateTable
CREATE TABLE "Unheard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "sealed" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Unheard_key_idx" ON "Unheard"("key");

-- CreateIndex
CREATE INDEX "Unheard_dueAt_key_idx" ON "Unheard"("dueAt", "key");
