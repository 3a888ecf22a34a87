using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// Functions of others that the server would call while a statement runs on scratch, with the rights of the account: functions with the
/// same heads, which do nothing, stand in for them. A superuser's, the account's own, and those of roles it is a member of are called as
/// they are.
/// </summary>
internal sealed class StandInFunctions(NpgsqlConnection connection)
{
    private const string Query = $"""
        SELECT pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), p.provolatile::text, p.proisstrict,
          p.prokind = 'f' AND NOT p.proretset AND p.proallargtypes IS NULL AND p.provariadic = 0 AND p.pronargdefaults = 0, o.rolname::text,
              {ScratchGuard.Foreign}
        FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner JOIN pg_namespace n
            ON n.oid = p.pronamespace WHERE n.nspname = $1 AND p.proname = $2
        """;

    /// <summary>All functions of a name.</summary>
    public async Task<IReadOnlyList<OutsideFunction>> FindAsync(string schema, string name, CancellationToken cancellationToken)
    {
        var found = new List<OutsideFunction>();
        var command = new NpgsqlCommand(Query,
            connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = schema }, new NpgsqlParameter<string> { TypedValue = name } },
            };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var row = new CatalogRow(reader);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    row.Reset();
                    found.Add(new(row.Text(), row.TextOrNull() ?? "", row.Text(), row.Flag(), row.Flag(), row.Text(), row.Flag()));
                }
            }
        }

        return found;
    }
}

/// <summary>A function of others.</summary>
/// <param name="Arguments">Names and types of its arguments.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Volatility">pg_proc.provolatile.</param>
/// <param name="IsStrict">Whether a NULL among the arguments makes it give NULL.</param>
/// <param name="IsPlain">Whether its head says nothing else.</param>
/// <param name="Owner">Who owns it.</param>
/// <param name="IsForeign">Whether that is somebody whose code must not run with the rights of the account.</param>
internal sealed record OutsideFunction(string Arguments, string Result, string Volatility,
    bool IsStrict, bool IsPlain, string Owner, bool IsForeign)
{
    /// <summary>The statement that makes one with its head under another name.</summary>
    public string Create(QualifiedName name) =>
        $"CREATE FUNCTION {PostgreSqlText.Quote(name)}({Arguments}) RETURNS {Result} LANGUAGE plpgsql "
        + $"{(Volatility switch { "i" => "IMMUTABLE", "s" => "STABLE", _ => "VOLATILE" })}"
        + $"{(IsStrict ? " STRICT" : "")} AS {PostgreSqlText.Dollar($"BEGIN RETURN {ScratchRoutines.Value(Result)}; END")}";
}
