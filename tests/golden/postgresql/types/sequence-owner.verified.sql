-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" OWNED BY "t"."a";
