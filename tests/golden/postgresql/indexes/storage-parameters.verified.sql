ALTER INDEX "i" SET ("deduplicate_items" = 'off', "fillfactor" = '70');
