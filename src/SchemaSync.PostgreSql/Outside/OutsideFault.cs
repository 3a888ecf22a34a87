using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// What the server says on scratch about something of others: that it is not there, or may not be
/// used. A plan leaves it to them, so it is no fault of the declaration.
/// </summary>
internal static class OutsideFault
{
    /// <summary>The finding (SSY0218, SSY0219); null where the server speaks of something else.</summary>
    /// <param name="user">What was tried.</param>
    /// <param name="refused">What the server said.</param>
    /// <param name="managed">The schemas that are on scratch under their own names.</param>
    public static Diagnostic? Of(ObjectId user, PostgresException refused, IReadOnlyCollection<string> managed)
    {
        if (user.Kind == ObjectKind.Schema && OutsideRoles.Fault(user, refused) is { } fault) return fault;
        var names = Names(refused.BatchCommand?.CommandText ?? "").Where(n => !managed.Contains(n.Name.Schema.Value)).ToList();
        return refused.SqlState switch
        {
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedObject =>
                names.Find(n => refused.Position > n.Start && refused.Position <= n.End) is { End: > 0 } at
                    ? Missing(user, at.Name, refused)
                    : null,
            PostgresErrorCodes.InvalidSchemaName =>
                names.Find(n => Speaks(refused, n.Name.Schema)) is { End: > 0 } at ? Missing(user, at.Name, refused) : null,
            PostgresErrorCodes.InsufficientPrivilege =>
                names.Find(n => Speaks(refused, n.Name.Schema) || Speaks(refused, n.Name.Name)) is { End: > 0 } at
                ? Diagnostic.Of(InspectionDiagnostics.ExternalRefused, user.ToString(), at.Name.ToString(),
                    $"use it ({refused.MessageText}); have its owner grant that") with { Subject = user } : null,
            _ => null,
        };
    }

    private static Diagnostic Missing(ObjectId user, QualifiedName name, PostgresException refused) =>
        Diagnostic.Of(InspectionDiagnostics.ExternalMissing, user.ToString(), name.ToString(),
            PostgreSqlErrors.Sentence(refused)) with { Subject = user };

    // Its sentences are of its own language; the name in them is not.
    private static bool Speaks(PostgresException refused, Identifier name) =>
        refused.MessageText.Contains(name.Value, StringComparison.Ordinal);

    /// <summary>Names with a schema before a point, also inside a constant such as 'billing.numbers'.</summary>
    private static IEnumerable<(QualifiedName Name, int Start, int End)> Names(string sql)
    {
        var tokens = Lexer.Read(sql).Significant;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i + 2 < tokens.Count && tokens[i + 1].Is(".") && PostgreSqlText.NameOf(tokens[i]) is { Length: > 0 } schema
                && PostgreSqlText.NameOf(tokens[i + 2]) is { Length: > 0 } name)
                yield return (new(new(schema), new(name)), tokens[i].Start, tokens[i + 2].End);
            else if (tokens[i].Kind == SqlTokenKind.String
                && Lexer.Read(tokens[i].ToString().Trim('\'')).Significant is [var first, var dot, var last] && dot.Is(".")
                && PostgreSqlText.NameOf(first) is { Length: > 0 } place && PostgreSqlText.NameOf(last) is { Length: > 0 } inside)
                yield return (new(new(place), new(inside)), tokens[i].Start, tokens[i].End);
        }
    }
}
