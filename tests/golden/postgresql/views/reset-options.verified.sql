ALTER VIEW "v" RESET ("check_option", "security_barrier");
