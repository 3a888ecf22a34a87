ALTER VIEW "v" SET ("check_option" = 'cascaded');
