ALTER TABLE "t" RENAME COLUMN "Email" TO "__schemasync_Email";
ALTER TABLE "t" RENAME COLUMN "__schemasync_Email" TO "email"
