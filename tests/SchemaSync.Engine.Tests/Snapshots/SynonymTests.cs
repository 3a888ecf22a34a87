namespace SchemaSync.Engine.Tests;

/// <summary>Two texts of a server for one thing are no difference.</summary>
public sealed class SynonymTests
{
    private static readonly ObjectId Customers = ObjectId.Top(ObjectKind.Table, new("customers"));

    [Fact]
    public void A_text_that_became_another_one_is_taken_for_it()
    {
        var target = Target(new Synonym(Customers, "first", "second"));
        Assert.Equal("second", Check(target.Settle(Of("first"))));
        Assert.Equal("other", Check(target.Settle(Of("other"))));
    }

    [Fact]
    public void Settling_keeps_the_text_that_statements_are_built_from()
    {
        var settled = Target(new Synonym(Customers, "first", "second")).Settle(Of("first"));
        Assert.Equal("first", settled.Tables.Single().CheckConstraints[0].Expression.Text);
    }

    [Fact]
    public void A_synonym_of_one_table_says_nothing_about_another() =>
        Assert.Equal("first",
            Check(Target(new Synonym(ObjectId.Top(ObjectKind.Table, new("orders")), "first", "second")).Settle(Of("first"))));

    [Fact]
    public void What_two_readings_print_differently_becomes_a_synonym() =>
        Assert.Equal([new Synonym(Customers, "first", "second")], Synonym.Between(Of("first"), Of("second")));

    [Fact]
    public void A_text_that_became_two_different_ones_becomes_none() =>
        Assert.Empty(Synonym.Between(Of("first", "first"), Of("second", "third")));

    [Fact]
    public void Synonyms_survive_the_snapshot_file()
    {
        var target = Target(new Synonym(Customers, "first", "second"));
        Assert.Equal(target.Synonyms, SnapshotFile.Read(SnapshotFile.Write(target), "x").Synonyms);
    }

    private static Snapshot Target(Synonym synonym) => new() { Form = Sample.Form, Objects = [Table("second")], Synonyms = [synonym] };

    private static Snapshot Of(params string[] checks) => new() { Form = Sample.Form, Objects = [Table(checks)] };

    private static Table Table(params string[] checks) => new()
    {
        Name = new("customers"),
        Columns = [Sample.Column("a")],
        CheckConstraints = [.. checks.Select((c, i) => new CheckConstraint { Name = new($"c{i}"), Expression = new(c) })],
    };

    private static string Check(Snapshot snapshot) => snapshot.Tables.Single().CheckConstraints[0].Expression.Canonical;
}
