-- add procedure p · None · lock 3 s
SET SESSION sql_mode = '';
-- add procedure p · BlocksDdl · None · lock 3 s
CREATE PROCEDURE `p` ()
SELECT 1;
-- add procedure p · None · lock 3 s
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
