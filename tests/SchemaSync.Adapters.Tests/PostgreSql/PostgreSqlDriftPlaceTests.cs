namespace SchemaSync.Adapters.Tests;

public sealed class PostgreSqlDriftPlaceTests
{
    private static readonly SchemaSyncEngine Engine = new(new([new PostgreSqlAdapter()]));

    [Fact]
    public void A_missing_function_is_reported_where_it_is_declared_however_its_types_are_spelled()
    {
        SourceLocation one = new("F.cs", 1, 1, 1, 9), two = new("F.cs", 2, 1, 2, 9);
        var places = new Dictionary<ObjectId, SourceLocation>
        {
            [ObjectId.Top(ObjectKind.Function, new("f"), "int")] = one,
            [ObjectId.Top(ObjectKind.Function, new("f"), "int, varchar")] = two,
        };
        Assert.Equal([one, two], Places(places, Function("a int"), Function("a int, b varchar(9)")));
    }

    [Fact]
    public void A_missing_index_of_a_materialized_view_is_reported_at_the_view()
    {
        SourceLocation place = new("V.cs", 3, 1, 3, 9);
        var view = new MaterializedView
        {
            Name = new("v"),
            Definition = new("SELECT 1 AS a"),
            Indexes = [new() { Name = new("ix"), Columns = [IndexPart.Of("a")] }],
        };
        var committed = PostgreSqlLowering.Lower(Model(view with { Indexes = [] }));
        var target = SchemaTarget.Of(Model(view),
            new Dictionary<ObjectId, SourceLocation> { [ObjectId.Top(ObjectKind.MaterializedView, new("v"))] = place });
        Assert.Equal([place], Engine.ValidateOffline(target, committed).Diagnostics.Select(d => d.Location));
    }

    private static IEnumerable<SourceLocation?> Places(Dictionary<ObjectId, SourceLocation> places, params TopLevelObject[] objects) =>
        Engine.ValidateOffline(SchemaTarget.Of(Model(objects), places), PostgreSqlLowering.Lower(Model())).Diagnostics
            .Select(d => d.Location);

    private static Routine Function(string arguments) =>
        new() { Name = new("f"), Arguments = arguments, Returns = "integer", Body = new("SELECT 1") };

    private static SchemaModel Model(params TopLevelObject[] objects) =>
        new() { Providers = [ProviderNames.PostgreSql], Objects = [.. objects] };
}
