COMMENT ON FUNCTION "f"(integer) IS 'same';
