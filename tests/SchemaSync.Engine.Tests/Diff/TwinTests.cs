namespace SchemaSync.Engine.Tests;

/// <summary>Equal tables are set aside before anything is compared: never one that differs, however the sides are listed.</summary>
public sealed class TwinTests
{
    [Theory]
    // before | after: tables, with a mark those that have another column | the changes
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "c a b", "")]
    [InlineData("a c", "a b c", "add table b")]
    [InlineData("c b a", "c a", "drop table b")]
    [InlineData("a b c", "c b! a", "add column b.more")]
    [InlineData("a b! c", "a b c", "drop column b.more")]
    [InlineData("", "b a", "add table a, add table b")]
    public void Only_what_differs_is_a_change(string before, string after, string changes)
    {
        var diff = Differ.Compare(Tables(before), Tables(after), new SqliteDialect());
        Assert.Equal(changes, string.Join(", ", diff.Changes.Select(c => c.ToString())));
    }

    [Fact]
    public void A_table_that_looks_equal_is_still_reached_by_a_rename()
    {
        var reference = new ForeignKey { Columns = [new("parent")], ReferencedTable = new("old"), ReferencedColumns = [new("id")] };
        var child = Table("child") with { ForeignKeys = [reference] };
        var from = new Snapshot { Form = Sample.Form, Objects = [child, Table("old")] };
        var to = new Snapshot
        {
            Form = Sample.Form,
            Objects = [child, Table("renamed")],
            Intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("renamed")), new("old"))],
        };
        var changes = Differ.Compare(from, to, new SqliteDialect()).Changes;
        Assert.Contains(changes, c => c is Change.Rename);
        // The declaration still refers to the name that is gone: that is a difference, not silence.
        Assert.Contains(changes, c => c is not Change.Rename && c.Owner == new QualifiedName("child"));
    }

    private static Snapshot Tables(string words) => new()
    {
        Form = Sample.Form,
        Objects = words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => (TopLevelObject)Table(w.TrimEnd('!'), w.EndsWith('!'))).ToEquatableArray(),
    };

    private static Table Table(string name, bool more = false) => new()
    {
        Name = new(name),
        Columns = more ? [Column("id"), Column("more")] : [Column("id")],
    };

    private static Column Column(string name) => new() { Name = new(name), Type = ColumnType.Of("TEXT"), Nullable = true };
}
