namespace SchemaSync.Engine.Tests;

/// <summary>Small snapshots and plans that hold something of everything a file has to keep.</summary>
internal static class Sample
{
    public static readonly NormalForm Form = new(ProviderNames.Sqlite, IsServer: true);

    public static Column Column(string name, string type = "TEXT") =>
        new() { Name = new(name), Type = ColumnType.Of(type), Nullable = true };

    public static Table Customers(params Column[] more) => new()
    {
        Name = new("customers"),
        Columns = [new Column { Name = new("id"), Type = ColumnType.Of("INTEGER"), Identity = new() },
            Column("email") with { Default = new("'a;b\u2028ü'", "'A'"), Collation = "NOCASE" }, .. more],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
        UniqueConstraints = [new() { Columns = [IndexPart.Of("email")] }],
        CheckConstraints = [new() { Name = new("has_at"), Expression = new("email LIKE '%@%'") }],
        ForeignKeys =
            [new()
            {
                Columns = [new("id")],
                ReferencedTable = new("people"),
                ReferencedColumns = [new("id")],
                OnDelete = ReferentialAction.Cascade,
            }],
        Indexes = [new()
        {
            Name = new("by_email"),
            Columns = [new() { Expression = new("lower(email)"), Descending = true }],
            Where = new("id > 0"),
        }],
        Options = [new("STRICT")],
    };

    public static Snapshot Snapshot(params TopLevelObject[] objects) => new()
    {
        Form = Form,
        Objects = [.. objects],
        Intents = [new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("customers"), new("email")), new("mail"))],
        Unsupported = [new(ObjectId.Top(ObjectKind.Table, new("odd")), "a virtual table")],
    };

    public static Snapshot Full() => Snapshot(
        Customers(),
        new Trigger
        {
            Name = new("touch"),
            On = new("customers"),
            Timing = TriggerTiming.After,
            Events = [TriggerEvent.Update],
            UpdateOf = [new("email")],
            When = new("1"),
            Body = new("SELECT 1;"),
        },
        new View { Name = new("everyone"), Columns = [new("e")], Definition = new("SELECT email FROM customers") });

    public static Plan Plan()
    {
        var phone = Column("phone");
        var path = ObjectId.Of(new("customers"), phone);
        var hazard = new Hazard(Diagnostic.Of(Hazards.LosesData, "drop column customers.fax", "customers.fax") with { Subject = path });
        return new()
        {
            Provider = ProviderNames.Sqlite,
            From = Snapshot(Customers()),
            To = Snapshot(Customers(phone)),
            Changes =
            [
                new Change.Add(new("customers"), phone), new Change.Drop(default, Customers()),
                new Change.Alter(new("customers"), phone, phone with { Nullable = false }),
                new Change.Rename(default, Customers(), Customers() with { Name = new("clients") }),
            ],
            Hazards = [new(Diagnostic.Of(Hazards.Unproven, "x"))],
            DataChecks = [new(path, "SELECT id FROM customers", "a phone is missing")],
            Steps =
            [
                new()
                {
                    Sql = "ALTER TABLE customers ADD COLUMN phone TEXT -- why",
                    TransactionalSql = "ALTER TABLE customers ADD COLUMN phone TEXT",
                    Online = new(new("customers"), "ADD COLUMN phone", "it is small"),
                    Serves = "add column customers.phone",
                    Subject = path,
                    Hazards = [hazard],
                    Lock = LockMode.BlocksReads,
                    Rows = RowAccess.Rewrite,
                    Reverse = new(ReverseKind.Impossible, "values are gone"),
                },
                new()
                {
                    Sql = "SELECT 1 WHERE 0",
                    Serves = "add column customers.phone",
                    Subject = path,
                    IsAssertion = true,
                    Expectation = "a row was lost",
                },
            ],
            Proved = true,
            IsRevert = true,
        };
    }
}
