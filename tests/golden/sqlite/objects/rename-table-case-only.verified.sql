-- rename table Customers to customers · SSY0408 · BlocksWrites
ALTER TABLE "Customers" RENAME TO "__schemasync_Customers";
-- rename table Customers to customers · SSY0408 · BlocksWrites
ALTER TABLE "__schemasync_Customers" RENAME TO "customers";
