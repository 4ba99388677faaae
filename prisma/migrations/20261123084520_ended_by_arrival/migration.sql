-- DropIndex
DROP INDEX "Intake_office_place_receivedAt_id_idx";

-- CreateIndex
CREATE INDEX "Intake_office_ended_receivedAt_id_idx" ON "Intake"("office", "ended", "receivedAt", "id");
