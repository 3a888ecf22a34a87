namespace SchemaSync.Model.Tests;

/// <summary>The names that one project tells another.</summary>
public sealed class DeclaredNamesTests
{
    private static readonly QualifiedName Orders = new(new("sales"), new("or.ders"));

    [Fact]
    public void The_schema_of_a_class_is_read_back_and_that_of_the_tenant_takes_no_room()
    {
        DeclaredNames names = new()
        {
            Providers = [ProviderNames.PostgreSql],
            Classes =
            [
                new() { Type = "Shop.Order", Kind = ObjectKind.Table, Name = Orders, Members = [new("Id", "id")], Key = ["id"] },
                new() { Type = "Shop.Note", Kind = ObjectKind.Table, Name = new("notes") },
            ],
            Others = [ObjectId.Top(ObjectKind.View, Orders.Sibling(new("v"))), ObjectId.In(ObjectKind.Index, Orders, new("ix"))],
        };
        var text = NamesFormat.Write([names]);
        Assert.Equal(names, Assert.Single(NamesFormat.Read(text)));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "\"schema\":\"sales\""));
        Assert.DoesNotContain("\"schema\":\"\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "b.c", "a.b", "c")]
    [InlineData("a", "b", "", "a.b")]
    public void Points_in_names_make_no_two_of_them_one(string schema, string name, string otherSchema, string otherName)
    {
        var (one, other) = (new QualifiedName(new(schema), new(name)), new QualifiedName(new(otherSchema), new(otherName)));
        Assert.NotEqual(Space(ObjectKind.Table, one), Space(ObjectKind.View, other));
        Assert.Equal(Space(ObjectKind.Table, one), Space(ObjectKind.View, one));
    }

    private static string? Space(ObjectKind kind, QualifiedName name) =>
        NameSpaces.Of(ObjectId.Top(kind, name), ProviderProfile.Find(ProviderNames.PostgreSql)!);
}
