-- rename column t.Email to email · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "Email" TO "__schemasync_Email";
-- rename column t.Email to email · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "__schemasync_Email" TO "email";
