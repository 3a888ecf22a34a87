namespace SchemaSync.Hosting.Tests;

/// <summary>A declaration for every database.</summary>
internal static class Shops
{
    public static SchemaTarget Target(int tables = 1) => SchemaTarget.Of(new SchemaModel
    {
        Providers = ProviderNames.All,
        Objects = [.. Enumerable.Range(0, tables).Select(Table)],
    });

    /// <summary>A table of realistic shape.</summary>
    public static Table Table(int number) => new()
    {
        Name = new(FormattableString.Invariant($"orders_{number}")),
        Columns =
        [
            new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64), Identity = new() },
            .. Enumerable.Range(0, 6).Select(i => new Column
            {
                Name = new(FormattableString.Invariant($"text_{i}")), Type = ColumnType.Of(LogicalType.String) with { MaxLength = 100 },
                Nullable = i > 0,
            }),
            new() { Name = new("amount"), Type = ColumnType.Of(LogicalType.Int32), Default = new("0") },
            new() { Name = new("placed"), Type = ColumnType.Of(LogicalType.Date), Nullable = true },
        ],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
        CheckConstraints = [new() { Name = new(FormattableString.Invariant($"ck_orders_{number}")), Expression = new("amount >= 0") }],
        Indexes = [Index(number, "text_0"), Index(number, "placed")],
    };

    private static Index Index(int number, string column) => new()
    {
        Name = new(FormattableString.Invariant($"ix_orders_{number}_{column}")), Columns = [IndexPart.Of(column)],
    };
}
