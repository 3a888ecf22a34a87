ALTER TABLE "Customers" RENAME TO "__schemasync_Customers";
ALTER TABLE "__schemasync_Customers" RENAME TO "customers"
