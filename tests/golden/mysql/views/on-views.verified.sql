-- add view z · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `z` AS
select `t`.`id` AS `id` from `t`;
-- add view b · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `b` AS
select `z`.`id` AS `id` from `z`;
-- add view a · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `a` AS
select `b`.`id` AS `id` from (`b` join `z` on((`b`.`id` = `z`.`id`)));
