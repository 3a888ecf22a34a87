namespace SchemaSync.PostgreSql.Planning;

/// <summary>Questions to the values of a column that gets another type, before the first step: which of them it cannot hold.</summary>
internal sealed class Conversions(PlanState state, Table after)
{
    private static readonly Dictionary<string, string> Bounds = new(StringComparer.Ordinal)
    {
        ["smallint"] = "OPERATOR(pg_catalog.<) -32768 OR {0} OPERATOR(pg_catalog.>) 32767",
        ["integer"] = "OPERATOR(pg_catalog.<) -2147483648 OR {0} OPERATOR(pg_catalog.>) 2147483647",
    };

    /// <summary>The question; null where the rows cannot be asked, because the new type is not there yet.</summary>
    /// <param name="alter">The change.</param>
    /// <param name="using">The words that convert a value, from behind its name.</param>
    /// <param name="said">What is declared for it.</param>
    public DataCheck? Question(Change.Alter alter, string @using, Intent? said)
    {
        if (said is not null) return Question(alter, said);
        var (b, a) = ((Column)alter.Before, (Column)alter.After);
        var (from, to) = (b.Type.Native ?? "", a.Type.Native ?? "");
        var name = PostgreSqlText.Quote(state.Former(after.Name, a.Name));
        DataCheck Ask(string where, string meaning) =>
            new(alter.Id, $"SELECT {name} FROM {PostgreSqlText.Quote(state.Former(after.Name))} WHERE {where}", meaning);
        // Cut by a cast, but refused when it is stored.
        if (to.StartsWith("character", StringComparison.Ordinal) && to.EndsWith(')'))
        {
            var length = to[(to.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
            return Ask($"pg_catalog.length({name}::text) OPERATOR(pg_catalog.>) {length}", $"a value of {b.Name} is longer than {length}");
        }

        var meaning = $"a value of {b.Name} is no {to}";
        if (state.To.OfType<EnumType>().FirstOrDefault(e => PostgreSqlText.Shown(e.Name) == to) is { } labels)
            return Ask($"{name}::text OPERATOR(pg_catalog.<>) ALL "
                + $"(ARRAY[{string.Join(", ", labels.Values.Select(PostgreSqlText.Literal))}]::text[])", meaning);
        if (!IsThere(a.Type) || to.StartsWith("bit", StringComparison.Ordinal)) return null;
        if (from is "integer" or "bigint" && Bounds.TryGetValue(to, out var bounds))
            return Ask($"{name} {bounds.Replace("{0}", name, StringComparison.Ordinal)}", meaning);
        if (state.Server.Major >= 16 && IsText(from))
            return Ask($"NOT pg_catalog.pg_input_is_valid({name}::text, {PostgreSqlText.Literal(to)})", meaning);
        // No function tells, so it is tried: the server refuses the first value that is none.
        return Ask($"({name}{(@using.Length > 0 ? @using : $"::{state.FormerType(to)}")})::text IS NULL AND {name} IS NOT NULL", meaning);
    }

    // Tried on every row: the server refuses the first value that has no other, and what becomes NULL must be one that may.
    private DataCheck? Question(Change.Alter alter, Intent said)
    {
        var (b, a) = ((Column)alter.Before, (Column)alter.After);
        if (!IsThere(a.Type) || !state.CanBeAsked(after, said)) return null;
        var name = PostgreSqlText.Quote(state.Former(after.Name, a.Name));
        var value = $"({state.Former(after.Name, new SqlExpression(said.Sql!))})::{state.FormerType(a.Type.Native)}";
        var wrong = a.Nullable ? $"pg_catalog.length(({value})::text) OPERATOR(pg_catalog.<) 0" : $"{value} IS NULL";
        return new(alter.Id,
            $"SELECT {name} FROM {PostgreSqlText.Quote(state.Former(after.Name))} AS {PostgreSqlText.Quote(after.Name.Name)} WHERE "
                + $"{name} IS NOT NULL AND {wrong}",
            $"{RowValues.Written(said)} gives no {a.Type.Native} for a value of {b.Name}");
    }

    private static bool IsText(string type) => type is "text" || type.StartsWith("character", StringComparison.Ordinal);

    /// <summary>A type is the server's own, or one that is there already and stays as it is.</summary>
    public bool IsThere(ColumnType type) => !state.Diff.Changes.Any(c => c is Change.Add { After: Extension }
        || (!type.TypeName.IsEmpty && (c.Id.QualifiedName == type.TypeName || c.Owner == type.TypeName))
        || (c is Change.Add { After: TopLevelObject made } && PostgreSqlText.Shown(made.Name) == RowTypes.Element(type.Native)));
}
