namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// The rows of a table as a plan leaves them, as far as they tell it by now: what keys and checks can be asked about before the first
/// step. A value that the plan gives (<c>[Backfill]</c>, <c>Using</c>, a default, another type, what is computed) stands in its place.
/// </summary>
internal sealed class RowsToCome(PlanState state, Table after)
{
    // What tells another value each time, or counts on.
    private static readonly Identifier[] Moving = [new("nextval"), new("setval"), new("random"), new("tableoid")];

    private readonly Conversions _conversions = new(state, after);

    private Table Before => state.FromTables[after.Name];

    /// <summary>Whether a column comes, and is NULL in every row: no key says anything about these.</summary>
    public bool IsNull(Identifier column) => !state.Had(after.Name, column)
        && after.Column(column) is { Identity: null, Computed: null, Default: null } comes
        && state.Values.Fill(ObjectId.Of(after.Name, comes)) is null;

    /// <summary>What stands behind FROM in a query over columns and expressions, under their new names; null where nobody can tell yet.
    /// </summary>
    public string? From(IEnumerable<Identifier> columns, IEnumerable<SqlExpression> expressions)
    {
        var texts = expressions.ToList();
        return texts.TrueForAll(CanBeAsked) ? From(columns.Concat(texts.SelectMany(NamedIn))) : null;
    }

    /// <summary>The same over columns alone.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="alias">What the rows are called there; null for the name of the table.</param>
    public string? From(IEnumerable<Identifier> columns, string? alias = null)
    {
        if (!after.PartitionOf.IsEmpty || !state.FromTables.ContainsKey(after.Name) || state.Remade.Contains(after.Name)) return null;
        var wanted = columns.Distinct().Select(c => after.Column(c)!).ToList();
        var computed = wanted.Where(IsComputedAnew).ToList();
        var sources = computed.SelectMany(c => NamedIn(c.Computed!.Expression)).Select(c => after.Column(c)!);
        var values = wanted.Except(computed).Concat(sources).Distinct().Select(c => (c.Name, Value: Value(c))).ToList();
        if (values.Exists(v => v.Value is null) || !computed.TrueForAll(c => CanBeAsked(c.Computed!.Expression))) return null;
        var name = PostgreSqlText.Quote(after.Name.Name);
        // A query of no column has no name for its rows.
        var list = values.Count == 0 ? "1" : string.Join(", ", values.Select(v => $"{v.Value} AS {PostgreSqlText.Quote(v.Name)}"));
        var rows = $"(SELECT {list} FROM {PostgreSqlText.Quote(state.Former(after.Name))} AS {name})";
        if (computed.Count > 0)
        {
            var more = computed.Select(c => $"{Cast(state.FormerWords(c.Computed!.Expression), c)} AS {PostgreSqlText.Quote(c.Name)}");
            rows = $"(SELECT {name}.*, {string.Join(", ", more)} FROM {rows} AS {name})";
        }

        return $"{rows} AS {alias ?? name}";
    }

    private IEnumerable<Identifier> NamedIn(SqlExpression text) =>
        after.Columns.Select(c => c.Name).Where(c => ObjectUses.Names(text, c));

    private bool IsComputedAnew(Column column) => column.Computed is { } computed
        && !(state.IsKnown(after, column.Name) && state.IsKnown(after, computed.Expression));

    private string Cast(string text, Column column) => $"({text})::{state.FormerType(column.Type.Native)}";

    // Nothing but columns of the row, and nothing that the plan makes or changes.
    private bool CanBeAsked(SqlExpression text) => IsStill(text) && state.IsSteady(text)
        && !ObjectUses.Names(text, after.Name) && !ObjectUses.Names(text, new Identifier("select"));

    private bool CanBeAsked(Intent said) => state.CanBeAsked(after, said) && IsStill(new(said.Sql!));

    private static bool IsStill(SqlExpression text) => !Moving.Any(n => ObjectUses.Names(text, n));

    private string? Value(Column column)
    {
        var before = Before.Column(column.Name);
        var change = before is null ? null : new Change.Alter(after.Name, before, column);
        var isThere = change is not null && !ColumnWork.IsReplaced(change);
        var value = !isThere ? null
            : before!.Type == column.Type ? PostgreSqlText.Quote(state.Former(after.Name, column.Name))
            : Converted(change!);
        if (isThere && value is null) return null;
        var fill = state.Values.Fill(ObjectId.Of(after.Name, column));
        if (fill is null) return value ?? Given(column);
        var isAsked = CanBeAsked(fill) && _conversions.IsThere(column.Type)
            && (isThere || !ObjectUses.Names(new SqlExpression(fill.Sql!), column.Name));
        if (!isAsked) return null;
        var filled = Cast(state.Former(after.Name, new SqlExpression(fill.Sql!)), column);
        return value is null ? filled : $"coalesce({value}, {filled})";
    }

    // What rows get in a column that comes.
    private string? Given(Column column) => column is { Identity: null, Computed: null } && _conversions.IsThere(column.Type)
        ? column.Default is not { } value ? $"NULL::{state.FormerType(column.Type.Native)}"
            : !VolatileDefault.Is(value) && CanBeAsked(value) ? Cast(state.FormerWords(value), column)
            : null
        : null;

    private string? Converted(Change.Alter change)
    {
        var (b, a) = ((Column)change.Before, (Column)change.After);
        // A cast fills bits up, and the server refuses it.
        if (!_conversions.IsThere(a.Type) || a.Type.Native!.StartsWith("bit", StringComparison.Ordinal)) return null;
        var said = state.Values.Conversion(change.Id);
        if (said is not null && !CanBeAsked(said)) return null;
        var byText = b.Type.TypeName.IsEmpty && a.Type.TypeName.IsEmpty ? "" : "::text";
        var value = said is not null ? $"({state.Former(after.Name, new SqlExpression(said.Sql!))})"
            : $"{PostgreSqlText.Quote(state.Former(after.Name, a.Name))}{byText}";
        return $"{value}::{state.FormerType(a.Type.Native)}";
    }
}
