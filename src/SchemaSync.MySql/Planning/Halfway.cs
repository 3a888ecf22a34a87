namespace SchemaSync.MySql.Planning;

/// <summary>
/// Where one statement does not lead: a virtual column that is to hold values of its own is stored first, so that these are what was
/// computed; and a new column whose default gives each row another value comes without it and is filled, because MySQL refuses to do both
/// at once.
/// </summary>
internal sealed class Halfway
{
    // Functions with which MySQL takes a statement for unsafe (manual, Determination of Safe and
    // Unsafe Statements in Binary Logging) and which a default may call.
    private static readonly string[] Unsafe = ["UUID", "UUID_SHORT", "RAND", "RANDOM_BYTES",
        "SYSDATE", "USER", "CURRENT_USER", "SESSION_USER", "SYSTEM_USER"];

    private readonly Table _start, _after;
    private readonly List<Column> _filled, _late;
    private readonly Render _render;
    private readonly MySqlCapabilities _server;

    public Halfway(Table start, Table after, IReadOnlyList<Change> changes, MySqlCapabilities server)
    {
        (_start, _after, _render, _server) = (start, after, new(server), server);
        _filled = server.IsMariaDb ? [] : [.. changes.OfType<Change.Add>().Select(a => a.After).OfType<Column>().Where(IsUnsafe)];
        var columns = start.Columns.Select(Stored).Concat(_filled.Select(Plain)).ToEquatableArray();
        Table = start with { Columns = columns };
        _late = server.IsMariaDb ? [] : [.. after.Columns.Where(c => IsUnsafe(c) && start.Column(c.Name)?.Default != c.Default)];
        Target = _late.Count == 0 ? after : after with { Columns = after.Columns.Select(Early).ToEquatableArray() };
        IsNeeded = columns != start.Columns || _late.Count > 0;
    }

    /// <summary>Whether there is a halfway at all.</summary>
    public bool IsNeeded { get; }

    /// <summary>The table there.</summary>
    public Table Table { get; }

    /// <summary>What is wanted, but for defaults that MySQL sets in a statement of their own alone: they come last.</summary>
    public Table Target { get; }

    /// <summary>The way there.</summary>
    public IReadOnlyList<Change> First =>
        [.. Table.Columns
            .Select(c =>
                _start.Column(c.Name) is not { } was ? (Change)new Change.Add(_after.Name, c)
                    : was == c ? null
                    : new Change.Alter(_after.Name, was, c)).OfType<Change>()];

    /// <summary>The rest of the way.</summary>
    public IReadOnlyList<Change> Rest(IEnumerable<Change> changes) => [.. changes.Select(Rest).OfType<Change>()];

    private Change? Rest(Change change)
    {
        if (change is Change.Drop || change.Subject is not Column column || Table.Column(column.Name) is not { } there) return change;
        var target = Target.Column(column.Name)!;
        return there == target ? null : new Change.Alter(change.Owner, there, target);
    }

    /// <summary>The statement that fills the new columns.</summary>
    public IEnumerable<Step> Fill()
    {
        if (_filled.Count == 0) yield break;
        var subject = ObjectId.Of(_after.Name, _filled[0]);
        var serves = string.Join(", ", _filled.Select(c => $"add {ObjectId.Of(_after.Name, c)}"));
        // A moment that follows every update is about what people write.
        var values = _filled.Select(c => $"{Q(c.Name)} = {c.Default!.Text}")
            .Concat(_start.Columns.Where(c => c.OnUpdate is not null).Select(c => $"{Q(c.Name)} = {Q(c.Name)}"));
        yield return new Step
        {
            Sql = $"UPDATE {MySqlText.Quote(_after.Name)} SET {string.Join(", ", values)}",
            Serves = serves, Subject = subject, Transaction = TransactionMode.None,
            Lock = LockMode.BlocksWrites, Rows = RowAccess.Rewrite,
            Hazards = [PlanHazards.Rewrites(subject, serves, _after.Name), PlanHazards.BlocksWrites(subject, serves, _after.Name)],
        };
    }

    /// <summary>The late defaults, by whole definitions: SET DEFAULT does nothing to a column of a primary key.</summary>
    public IEnumerable<Step> Defaults()
    {
        if (_late.Count == 0) yield break;
        yield return new Step
        {
            Sql = $"ALTER TABLE {MySqlText.Quote(_after.Name)} "
                + string.Join(", ", _late.Select(c => $"MODIFY COLUMN {_render.Column(_after, c)}{Place(c)}")),
            Serves = string.Join(", ",
                _late.Select(c => $"{(_start.Column(c.Name) is null ? "add" : "alter")} {ObjectId.Of(_after.Name, c)}")),
            Subject = ObjectId.Of(_after.Name, _late[0]), Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
            Reverse = new(ReverseKind.Sql, "an ALTER TABLE back to the former definition"),
        };
    }

    // A column with such a default has to stand before what is computed from it (ER_GENERATED_COLUMN_NON_PRIOR), and a new one came last.
    private string Place(Column column) => _start.Column(column.Name) is null
        && _after.Columns.Any(c => c.Computed is { } computed && MySqlText.Mentions(computed.Expression, column.Name))
        && !_after.Columns.Any(c => MySqlText.Mentions(column.Default!, c.Name)) ? " FIRST" : "";

    /// <summary>Refuses to fill a table whose triggers would take that for an update of every row.</summary>
    /// <exception cref="SchemaSyncException">SSY0305.</exception>
    public void Refuse(IEnumerable<Trigger> triggers)
    {
        if (_filled.Count == 0
            || triggers.FirstOrDefault(t => t.On == _after.Name && t.Events.Contains(TriggerEvent.Update)) is not { } trigger) return;
        var id = ObjectId.Of(_after.Name, _filled[0]);
        throw new SchemaSyncException([Diagnostic.Of(DiffDiagnostics.CannotPlan, $"add {id}",
            $"its default gives each row a value of its own, which MySQL does by an UPDATE alone, and {ObjectId.Of(trigger)} would "
                + "take that for a change of every row") with
            {
                Subject = id,
            }]);
    }

    private Column Stored(Column column) =>
        column.Computed is { Stored: false } computed && _after.Column(column.Name) is { Computed: null }
        ? column with { Computed = new(Storable(computed.Expression), Stored: true) } : column;

    // MariaDB stores nothing that an sql_mode could change, and one pads values of a char; without
    // their spaces at the end, which that type does not keep, they are the same in every mode.
    private SqlExpression Storable(SqlExpression expression) => !_server.IsMariaDb ? expression
        : _start.Columns.Where(c => c.Computed is null && NativeType.Of(c.Type.Native!).Name is "char")
            .Where(c => MySqlText.Mentions(expression, c.Name))
            .Aggregate(expression, (text, c) => MySqlText.Around(text, c.Name, "rtrim"));

    private Column Early(Column column) => !_late.Contains(column) ? column
        : column with { Default = _start.Column(column.Name) is { } was && was.Type == column.Type ? was.Default : null };

    private static Column Plain(Column column) => column with { Nullable = true, Default = null };

    private static bool IsUnsafe(Column column) =>
        column.Default is { } value && Lexer.Read(value.Text).Significant.Any(t => t.Kind == SqlTokenKind.Name && Unsafe.Any(t.IsWord));

    private static string Q(Identifier name) => MySqlText.Quote(name);
}
