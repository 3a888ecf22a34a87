-- alter function f(integer) · BlocksReads · lock 3 s · statement 300 s
COMMENT ON FUNCTION "f"(integer) IS 'same';
