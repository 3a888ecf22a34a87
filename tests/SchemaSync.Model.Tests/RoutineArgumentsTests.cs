namespace SchemaSync.Model.Tests;

public sealed class RoutineArgumentsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("integer", "integer")]
    [InlineData("a integer, b text", "integer, text")]
    [InlineData("amount numeric(10, 2), rate numeric (4,3) DEFAULT 0.2", "numeric, numeric")]
    [InlineData("a int = 5, b int='1,2', c text := 'x'", "int, int, text")]
    [InlineData("IN a int, OUT b int, INOUT c text, VARIADIC d text[]", "int, text, text[]")]
    [InlineData("a IN int, b OUT int", "int")]
    [InlineData("double precision, timestamp(3) with time zone, character varying(20)",
        "double precision, timestamp with time zone, character varying")]
    [InlineData("a double precision, at time without time zone, \"odd name\" bit varying(3)",
        "double precision, time without time zone, bit varying")]
    [InlineData("a order_status, b public.thing, c text[][] DEFAULT ARRAY['a', 'b']", "order_status, public.thing, text[][]")]
    [InlineData("\n  a int,\n  b\ttext\n", "int, text")]
    public void The_types_of_arguments_tell_functions_apart(string arguments, string expected) =>
        Assert.Equal(expected, RoutineArguments.Signature(arguments, isProcedure: false));

    [Fact]
    public void Output_arguments_of_procedures_count() =>
        Assert.Equal("int, text", RoutineArguments.Signature("IN a int, OUT b text", isProcedure: true));
}
