using CsCheck;

namespace SchemaSync.Model.Tests;

/// <summary>How a name with its schema is written, and that it is read back as it was.</summary>
public sealed class QualifiedNameTests
{
    [Theory]
    [InlineData(null, "orders", "orders")]
    [InlineData("sales", "orders", "sales.orders")]
    [InlineData(null, "a.b", "\"a.b\"")]
    [InlineData("my.shop", "say \"hi\"", "\"my.shop\".\"say \"\"hi\"\"\"")]
    [InlineData("sales", "", "sales.")]
    public void It_is_written_as_people_write_it(string? schema, string name, string text) =>
        Assert.Equal(text, new QualifiedName(new(schema ?? ""), new(name)).ToString());

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.String, Gen.String[1, 20]).Sample((schema, name) =>
        {
            var written = new QualifiedName(new(schema), new(name));
            Assert.Equal(written, QualifiedName.Parse(written.ToString()));
        });

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("\"a")]
    [InlineData("\"a\"b")]
    public void What_is_no_name_is_refused(string text) => Assert.Throws<FormatException>(() => QualifiedName.Parse(text));

    [Fact]
    public void The_tenants_own_schema_comes_first()
    {
        QualifiedName[] names = [new(new("b"), new("a")), new("z"), new(new("a"), new("z")), new("a")];
        Assert.Equal(["a", "z", "a.z", "b.a"], names.Order().Select(n => n.ToString()));
    }
}
