DROP FUNCTION "f"(integer);
