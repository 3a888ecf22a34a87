namespace SchemaSync.Engine.Tests;

/// <summary>Declared renames: done once, harmless afterwards, refused where they cannot be told apart.</summary>
public sealed class RenameTests
{
    [Theory]
    // before | after, each with the name it is declared as renamed from | the changes
    [InlineData("a", "b<a", "rename a → b")]
    [InlineData("b", "b<a", "")]
    [InlineData("a", "a b<a", "rename a → b, add a")]
    [InlineData("a b", "a b<a", "")]
    [InlineData("a b", "b<a c<b", "rename a → b, rename b → c")]
    [InlineData("b c", "b<a c<b", "")]
    [InlineData("a b c", "b<a c<b d<c", "rename a → b, rename b → c, rename c → d")]
    [InlineData("a", "b<a c<b", "rename a → b, add c")]
    [InlineData("A", "a", "rename A → a")]
    [InlineData("A", "a<A", "rename A → a")]
    [InlineData("x", "b<a", "add b, drop x")]
    public void Columns_are_renamed_once(string before, string after, string changes)
    {
        var diff = Differ.Compare(Before(before), After(after), new SqliteDialect());
        Assert.Equal(changes,
            string.Join(", ",
                diff.Changes.Select(Words).Order(StringComparer.Ordinal).OrderBy(w => !w.StartsWith("rename", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("a b", "b<a", "column t.b is declared as renamed from a")]
    [InlineData("a b", "a<b b<a", "column t.a is declared as renamed from b")]
    [InlineData("a b c", "a<b b<c c<a", "column t.a is declared as renamed from b")]
    public void Two_names_that_are_both_there_are_SSY0302(string before, string after, string sentence)
    {
        var refused = Assert.Throws<SchemaSyncException>(() => Differ.Compare(Before(before), After(after), new SqliteDialect()));
        Assert.Equal("SSY0302", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_takes_the_name_of_a_renamed_one_is_new()
    {
        var former = Table("a", "x");
        var renamed = Table("b", "x");
        var target = new Snapshot
        {
            Form = Sample.Form,
            Objects = [Table("a", "X"), renamed],
            Intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("b")), new("a"))],
        };
        var changes = Differ.Compare(new Snapshot { Form = Sample.Form, Objects = [former] }, target, new SqliteDialect()).Changes;
        Assert.Equal(["rename table a to b", "add table a"], changes.Select(c => c.ToString()));
        Assert.True(Differ.Compare(target.State(), target, new SqliteDialect()).IsEmpty);
    }

    [Fact]
    public void Snapshots_of_different_forms_are_SSY0301()
    {
        var other = new Snapshot { Form = new(ProviderNames.PostgreSql, IsServer: true) };
        var refused = Assert.Throws<SchemaSyncException>(() => Differ.Compare(other, After("a"), new SqliteDialect()));
        Assert.Equal("SSY0301", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    [Fact]
    public void A_rename_that_is_not_done_is_SSY1004_with_both_names()
    {
        var finding =
            Assert.Single(new Drift(new Dictionary<ObjectId, SourceLocation>(), "shop.db",
                "schemasync sync").Of(Differ.Compare(Before("a"), After("b<a"), new SqliteDialect())));
        Assert.Equal("SSY1004", finding.Entry.Code);
        Assert.Equal("column t.b is still called a in shop.db; run schemasync sync to rename it", finding.Message);
    }

    private static string Words(Change change) => change switch
    {
        Change.Rename r => $"rename {r.Before.LocalName} → {r.After.LocalName}",
        Change.Add a => $"add {a.After.LocalName}",
        Change.Drop d => $"drop {d.Before.LocalName}",
        _ => change.ToString(),
    };

    private static Snapshot Before(string columns) => new() { Form = Sample.Form, Objects = [Table("t", columns.Split(' '))] };

    private static Snapshot After(string columns)
    {
        var pairs = columns.Split(' ').Select(c => c.Split('<')).ToList();
        return new()
        {
            Form = Sample.Form,
            Objects = [Table("t", [.. pairs.Select(p => p[0])])],
            Intents = pairs.Where(p => p.Length > 1)
                .Select(p => new Intent(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("t"), new(p[0])), new(p[1])))
                .ToEquatableArray(),
        };
    }

    private static Table Table(string name, params string[] columns) =>
        new() { Name = new(name), Columns = columns.Select(c => Sample.Column(c)).ToEquatableArray() };
}
