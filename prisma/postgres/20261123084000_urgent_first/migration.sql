-- 緊急 (E0) stood among 至急 (E1), at 0 and 1: it goes above. Only those few rows are written.
UPDATE "Intake" SET "place" = CASE WHEN "unread" THEN -2 ELSE -1 END WHERE "urgency" = 'E0';
