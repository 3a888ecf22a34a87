using Npgsql;

namespace SchemaSync.PostgreSql.Catalog;

/// <summary>One row of a catalogue query, read from left to right; queries give text, boolean, integer and oid only.</summary>
internal sealed class CatalogRow(NpgsqlDataReader reader)
{
    private static readonly char[] Between = [' ', ',', '{', '}'];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<ColumnFacts> _columns = [];
    private readonly Dictionary<string, int[]> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint[]> _oids = new(StringComparer.Ordinal);
    private int _at;

    /// <summary>Goes back to the first column, for the next row.</summary>
    public CatalogRow Reset()
    {
        _at = 0;
        return this;
    }

    /// <summary>The next column as text.</summary>
    public string Text() => reader.GetString(_at++);

    /// <summary>The next column as text, or null.</summary>
    public string? TextOrNull() => reader.IsDBNull(_at) ? Skip<string?>(null) : reader.GetString(_at++);

    /// <summary>The next column as a text that many rows have: it is kept once.</summary>
    public string Word() => Once(reader.GetString(_at++));

    /// <summary>The next column as such a text, or null.</summary>
    public string? WordOrNull() => TextOrNull() is { } text ? Once(text) : null;

    /// <summary>What equals these facts and was read before, or they themselves.</summary>
    public ColumnFacts Alike(ColumnFacts facts)
    {
        if (_columns.TryGetValue(facts, out var known)) return known;
        _columns.Add(facts);
        return facts;
    }

    /// <summary>The next column as a yes or no; NULL is no.</summary>
    public bool Flag() => reader.IsDBNull(_at) ? Skip(false) : reader.GetBoolean(_at++);

    /// <summary>The next column as an object id; NULL is 0, which no object has.</summary>
    public uint Oid() => reader.IsDBNull(_at) ? Skip(0u) : reader.GetFieldValue<uint>(_at++);

    /// <summary>The next column as a number; NULL is 0.</summary>
    public int Int() => reader.IsDBNull(_at) ? Skip(0) : reader.GetInt32(_at++);

    /// <summary>The next column as a large number; NULL is 0.</summary>
    public long Long() => reader.IsDBNull(_at) ? Skip(0L) : reader.GetInt64(_at++);

    /// <summary>The next column as numbers: an array or vector of the catalogue in its text form.</summary>
    public int[] Numbers() => Parsed(_numbers, n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The next column as object ids.</summary>
    public uint[] Oids() => Parsed(_oids, n => uint.Parse(n, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The next column as texts: an array as <c>to_json</c> prints it.</summary>
    public string[] Texts() =>
        TextOrNull() is { } json && JsonReader.Parse(json) is JsonArray array
            ? [.. array.Items.Select(i => i is JsonString s ? s.Value : "")]
            : [];

    private string Once(string text)
    {
        if (_words.TryGetValue(text, out var known)) return known;
        _words.Add(text);
        return text;
    }

    // Nearly all are one of a few.
    private T[] Parsed<T>(Dictionary<string, T[]> known, Func<string, T> parse)
    {
        if (TextOrNull() is not { } text) return [];
        if (known.TryGetValue(text, out var values)) return values;
        values = [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(parse)];
        known.Add(text, values);
        return values;
    }

    private T Skip<T>(T value)
    {
        _at++;
        return value;
    }
}

/// <summary>A set-based query over the managed schemas; all of them travel in one batch.</summary>
/// <param name="Sql">With <c>$1</c> for the oids of the schemas, the tenant's own first.</param>
/// <param name="Read">Takes one row.</param>
/// <param name="Prints">Whether the server prints names in it, which it does as they are found from the managed schema.</param>
internal sealed record CatalogQuery(string Sql, Action<CatalogRow> Read, bool Prints = false)
{
    /// <summary>What is done as soon as its last row is there: meanwhile the server works on the next ones.</summary>
    public Action? Then { get; init; }
}

/// <summary>Runs catalogue queries in one round trip.</summary>
/// <param name="Connection">A session that looks for names in the server's own schema.</param>
/// <param name="Schemas">The oids of the schemas that are read, the tenant's own first; 0 stands for one that is not there.</param>
/// <param name="Path">What names are printed for.</param>
internal sealed record CatalogReader(NpgsqlConnection Connection, IReadOnlyList<uint> Schemas, string Path)
{
    /// <summary>Runs the queries in their order and hands every row to its query. What is
    /// prepared stays so on this connection, also for later sessions.</summary>
    public async Task RunAsync(IReadOnlyList<CatalogQuery> queries, bool prepares, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(Connection) { Timeout = 0 };
        await using (batch.ConfigureAwait(false))
        {
            // A plan for these oids alone is no better than one for any, and making it costs more than running it.
            if (prepares) batch.BatchCommands.Add(new(Generic(true)));
            foreach (var query in queries) Add(batch, query);
            if (prepares) batch.BatchCommands.Add(new(Generic(false)));
            if (prepares) await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var row = new CatalogRow(reader);
                if (prepares) await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                foreach (var query in queries)
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) query.Read(row.Reset());
                    query.Then?.Invoke();
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    if (query.Prints) await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static string Generic(bool isOn) =>
        $"SELECT pg_catalog.set_config('plan_cache_mode', '{(isOn ? "force_generic_plan" : "auto")}', false)";

    private void Add(NpgsqlBatch batch, CatalogQuery query)
    {
        var oids = new NpgsqlParameter<uint[]>
        {
            TypedValue = [.. Schemas],
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid,
        };
        var command = new NpgsqlBatchCommand(query.Prints ? PostgreSqlPath.Printing(query.Sql) : query.Sql) { Parameters = { oids } };
        batch.BatchCommands.Add(command);
        if (!query.Prints) return;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Path });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgreSqlPath.Leave));
    }
}
