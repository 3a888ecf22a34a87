namespace SchemaSync.Adapters.Tests;

public sealed class PostgreSqlSignatureTests
{
    [Theory]
    [InlineData("a int, b varchar(20)[], c timestamptz DEFAULT now()", "f(integer, character varying[], timestamp with time zone)")]
    [InlineData("a Order_Status, OUT b float8", "f(order_status)")]
    [InlineData("", "f()")]
    public void A_declared_function_has_the_key_that_the_server_gives_it(string arguments, string key)
    {
        var model = new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects = [new Routine { Name = new("f"), Arguments = arguments, Returns = "integer", Body = new("SELECT 1") }],
        };
        Assert.Equal(key, Assert.Single(PostgreSqlLowering.Lower(model).Objects).Key);
    }
}
