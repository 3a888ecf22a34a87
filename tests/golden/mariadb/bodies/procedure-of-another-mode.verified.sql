-- add procedure p · None · lock 3 s
SET SESSION sql_mode = '';
-- add procedure p · BlocksDdl · None · lock 3 s
CREATE PROCEDURE `p` ()
SELECT 1;
-- add procedure p · None · lock 3 s
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';
