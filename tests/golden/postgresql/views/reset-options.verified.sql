-- alter view v · BlocksDdl · lock 3 s · statement 300 s
ALTER VIEW "v" RESET ("check_option", "security_barrier");
