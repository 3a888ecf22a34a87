namespace SchemaSync.MySql.Kinds;

/// <summary>The declared model in the server's own terms: native types, one kind for every
/// unique key, the indexes that foreign keys bring along.</summary>
internal sealed class Lowering(MySqlCapabilities server)
{
    /// <summary>Lowers a model.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: the provider has no word for something. SSY0207: a limit of the server.</exception>
    public Snapshot Lower(SchemaModel model)
    {
        var shared = model.Objects.Select(o => o is Trigger trigger ? trigger.On.Schema : o.Name.Schema).Where(s => !s.IsEmpty).Distinct();
        var schemas = shared.Except(model.Objects.OfType<Schema>().Select(s => s.Name.Name)).Order()
            .Select(s => new Schema { Name = new(s) });
        var lowered = schemas.Concat(model.Objects).Select(Lower).ToList();
        new Limits(server).Check(lowered);
        return new()
        {
            Form = server.ServerForm with { IsServer = false },
            Objects = ReferenceCase.Align(lowered, StringComparer.OrdinalIgnoreCase).Select(Uses.Add(model.Objects)).ToEquatableArray(),
            Intents = model.Intents,
        };
    }

    private TopLevelObject Lower(TopLevelObject subject) => subject switch
    {
        IGrantable { Grants: not null } => throw Unsupported(ObjectId.Of(subject), "rights of roles, which are managed on PostgreSQL only"),
        Schema { Owner: not null } => throw Unsupported(ObjectId.Of(subject), "an owner, which databases of the server do not have"),
        Schema { Comment: not null } => throw Unsupported(ObjectId.Of(subject), "a comment, which databases of the server do not have"),
        Schema schema => schema with { Name = TopLevel(schema.Name) },
        Table table => Lower(table),
        View view => view with { Name = TopLevel(view.Name), Definition = Text(view.Definition), Options = Views.Lower(view.Options) },
        Trigger trigger => Lower(trigger),
        Event scheduled =>
            scheduled with { Name = Placed(scheduled.Name), Schedule = Text(scheduled.Schedule), Body = Text(scheduled.Body) },
        Sequence sequence when server.IsMariaDb => Lower(sequence),
        Routine routine => routine with { Name = Placed(routine.Name), Body = Text(routine.Body), Language = null, Signature = null },
        SqlObject => subject,
        _ => throw Unsupported(ObjectId.Of(subject), "a kind of object that the server lacks"),
    };

    private Sequence Lower(Sequence sequence)
    {
        if (sequence.OwnedBy is not null || !sequence.Options.IsEmpty)
            throw Unsupported(ObjectId.Of(sequence), "an owner or options, which the server lacks");
        return sequence with
        {
            Name = Placed(sequence.Name),
            Type = sequence.Type is { } type
                ? ColumnType.Of(Types.NativeOf(sequence.Name, new Column { Name = sequence.Name.Name, Type = type },
                    MySqlCapabilities.OfflineMySql))
                : null,
        };
    }

    private Trigger Lower(Trigger trigger) => trigger switch
    {
        { Events.Count: not 1 } => throw Unsupported(ObjectId.Of(trigger), "several events in one trigger, which the server lacks"),
        { PerStatement: true } => throw Unsupported(ObjectId.Of(trigger), "a trigger per statement, which the server lacks"),
        { When: not null } or { UpdateOf.IsEmpty: false } =>
            throw Unsupported(ObjectId.Of(trigger),
                "a condition in the head of a trigger, which the server lacks; put an IF into the body"),
        { Timing: TriggerTiming.InsteadOf } => throw Unsupported(ObjectId.Of(trigger), "INSTEAD OF, which the server lacks"),
        _ => trigger with { Body = Text(trigger.Body), On = TopLevel(trigger.On) },
    };

    private Table Lower(Table table)
    {
        if (!table.ExclusionConstraints.IsEmpty || !table.Policies.IsEmpty)
            throw Unsupported(ObjectId.Of(table), "an exclusion constraint or a policy, which the server lacks");
        if (!table.PartitionOf.IsEmpty || table.Bound is not null)
            throw Unsupported(ObjectId.Of(table), "a partition that is a table, which the server lacks");
        var lowered = table with
        {
            Name = TopLevel(table.Name),
            Columns = table.Columns.Select(c => Lower(table, c)).ToEquatableArray(),
            // The server calls every primary key PRIMARY.
            PrimaryKey = table.PrimaryKey is { } key ? key with { Name = default, Columns = Parts(key.Columns) } : null,
            UniqueConstraints = [.. table.UniqueConstraints.Select(u => u with { Columns = Parts(u.Columns) }),
                .. table.Indexes.Where(i => i.Unique).Select(i => Unique(table, i))],
            CheckConstraints = [.. table.CheckConstraints.Select(c => c with { Expression = Text(c.Expression) }), .. JsonChecks(table)],
            ForeignKeys = table.ForeignKeys.Select(f => Lower(table, f)).ToEquatableArray(),
            Indexes = table.Indexes.Where(i => !i.Unique).Select(i => Lower(table, i)).ToEquatableArray(),
            Options = TableOptions.Order(table.Options),
            PartitionBy = table.PartitionBy is { } by ? Text(by) : null,
            Partitions = table.Partitions.Select(p => p with { Values = p.Values is { } values ? Text(values) : null }).ToEquatableArray(),
        };
        return lowered with { Indexes = [.. lowered.Indexes, .. TableKeys.Implied(lowered)] };
    }

    private Column Lower(Table table, Column column)
    {
        if (column.Identity is { } identity && identity != new Identity())
            throw Unsupported(ObjectId.Of(table.Name, column),
                "numbering with a start, a step or limits of its own, which the server keeps for the whole table or not at all");
        var native = Types.NativeOf(table.Name, column, server);
        var isJsonText = column.Type.Logical == LogicalType.Json && !server.HasJson;
        return column with
        {
            Type = ColumnType.Of(native),
            Default = column.Computed is null && column.Identity is null
                ? Defaults.Declared(Defaults.Now(column.Default, native), server)
                : null,
            Computed = column.Computed is { } computed ? computed with { Expression = Text(computed.Expression) } : null,
            OnUpdate = Defaults.Now(column.OnUpdate, native) is { } onUpdate ? Text(onUpdate) : null,
            // MariaDB's computed columns cannot be NOT NULL; a key's columns always are.
            Nullable = (column.Nullable || (server.IsMariaDb && column.Computed is not null)) && !IsKey(table, column),
            CharSet = isJsonText ? "utf8mb4" : column.CharSet?.ToLowerInvariant(),
            Collation = isJsonText ? "utf8mb4_bin" : column.Collation?.ToLowerInvariant(),
        };
    }

    private static bool IsKey(Table table, Column column) =>
        table.PrimaryKey?.Columns.Any(p => string.Equals(p.Column.Value, column.Name.Value, StringComparison.OrdinalIgnoreCase)) == true;

    // MariaDB's JSON is a text with this check (FACTS, row 7).
    private IEnumerable<CheckConstraint> JsonChecks(Table table) =>
        server.HasJson ? [] : table.Columns.Where(c => c.Type.Logical == LogicalType.Json)
        .Select(c => new CheckConstraint { Column = c.Name, Expression = MySqlText.Expression($"json_valid({MySqlText.Quote(c.Name)})") });

    private ForeignKey Lower(Table table, ForeignKey key)
    {
        if (key.Deferrability != Deferrability.NotDeferrable || key.Match != default
            || key.NotValid || key.NotEnforced || !key.OnDeleteColumns.IsEmpty)
            throw Unsupported(ObjectId.Of(table.Name, key),
                "a foreign key that is deferrable, matches otherwise than simply, or is not enforced, which the server lacks");
        if (key.OnDelete == ReferentialAction.SetDefault || key.OnUpdate == ReferentialAction.SetDefault)
            throw Unsupported(ObjectId.Of(table.Name, key), "SET DEFAULT, which InnoDB refuses");
        return key with
        {
            ReferencedTable = TopLevel(key.ReferencedTable),
            OnDelete = Action(key.OnDelete),
            OnUpdate = Action(key.OnUpdate),
        };
    }

    // InnoDB does the same for both words; each server has one that it does not print.
    private ReferentialAction Action(ReferentialAction action) =>
        action == ReferentialAction.NoAction && server.DefaultActionIsRestrict ? ReferentialAction.Restrict : action;

    private UniqueConstraint Unique(Table table, Index index)
    {
        var lowered = Lower(table, index);
        return new() { Name = index.Name, Columns = lowered.Columns, Comment = index.Comment, Options = TableKeys.OptionsOf(lowered) };
    }

    private Index Lower(Table table, Index index)
    {
        if (index.Where is not null || !index.Include.IsEmpty || index.NullsNotDistinct)
            throw Unsupported(ObjectId.Of(table.Name, index), "a condition, carried columns or NULLS NOT DISTINCT, which the server lacks");
        if (server.IsMariaDb && index.Columns.Any(p => p.Expression is not null))
            throw Unsupported(ObjectId.Of(table.Name, index),
                "an expression in an index, which MariaDB lacks; index a virtual computed column");
        var method = index.Method?.ToUpperInvariant();
        var isOfVectors = method == TableKeys.Vector;
        if (isOfVectors && !server.HasVectorIndexes)
            throw Unsupported(ObjectId.Of(table.Name, index),
                "an index over vectors, which MariaDB has from 11.7 on, and MySQL not at all");
        if (!isOfVectors && TableOptions.Order(index.Options).FirstOrDefault(o => o.Name is "M" or "DISTANCE") is { } parameter)
            throw Unsupported(ObjectId.Of(table.Name, index), $"{parameter.Name}, which is of an index over vectors alone (VECTOR)");
        return index with
        {
            Columns = Parts(index.Columns),
            Method = method == TableKeys.DefaultMethod(table.Options.FirstOrDefault(o =>
                string.Equals(o.Name, TableOptions.Engine, StringComparison.OrdinalIgnoreCase))?.Value) ? null : method,
            Options = isOfVectors ? TableKeys.Parameters(index.Options) : TableOptions.Order(index.Options),
        };
    }

    private static EquatableArray<IndexPart> Parts(EquatableArray<IndexPart> parts) =>
        parts.Select(p => p with { Expression = p.Expression is null ? null : Text(p.Expression) }).ToEquatableArray();

    private QualifiedName TopLevel(QualifiedName name) => !server.LowersTableNames ? name
        : new(name.IsQualified ? new(name.Schema.Value.ToLowerInvariant()) : default, new(name.Name.Value.ToLowerInvariant()));

    // Names of routines, events and sequences keep their case, whatever those of databases do.
    private QualifiedName Placed(QualifiedName name) => name.IsQualified ? TopLevel(name).Sibling(name.Name) : name;

    private static SqlExpression Text(SqlExpression expression) => MySqlText.Expression(expression.Text);

    private static SchemaSyncException Unsupported(ObjectId path, string what) =>
        new([Diagnostic.Of(InspectionDiagnostics.Unsupported, path.ToString(), what) with { Subject = path }]);
}
