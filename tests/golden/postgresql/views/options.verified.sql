ALTER VIEW "v" SET ("check_option" = 'local', "security_barrier" = 'true');
