using System.Text;

namespace SchemaSync.Engine.Tenancy;

/// <summary>Rows that a new tenant begins with: statements of SQL, or rows by table. They are a part of its first run, at its end, in one
/// transaction with the ledger's word of it; a tenant that had one before gets none.</summary>
public sealed class TenantSeed
{
    private const int MostRows = 100;

    private readonly string _name;
    private readonly Func<IReadOnlyList<Table>, Dialect, IEnumerable<string>> _statements;

    private TenantSeed(string name, Func<IReadOnlyList<Table>, Dialect, IEnumerable<string>> statements) =>
        (_name, _statements) = ($"the seed {name}", statements);

    /// <summary>Statements, each with a semicolon at its end.</summary>
    /// <param name="name">What messages and the ledger call it.</param>
    /// <param name="text">The text.</param>
    public static TenantSeed OfSql(string name, string text)
    {
        TenantSeed? seed = null;
        return seed = new(name, (_, dialect) => seed!.Split(text, dialect));
    }

    /// <summary>Rows by table: <c>{ "customers": [ { "id": 1, "name": "Ada" } ] }</c>, in the order in which they are written.</summary>
    /// <param name="name">What messages and the ledger call it.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="SchemaSyncException">SSY0616: it is not of that form.</exception>
    public static TenantSeed OfJson(string name, string json)
    {
        try
        {
            var tables = (JsonReader.Parse(json) as JsonObject)?.Members;
            TenantSeed? seed = null;
            seed = new(name, (declared, dialect) => tables!.Value.SelectMany(t => seed!.Insert(t.Key, t.Value, declared, dialect)));
            return tables is not null ? seed : throw seed.Refused("it is no object with a member for each table");
        }
        catch (JsonFormatException e)
        {
            throw new TenantSeed(name, (_, _) => []).Refused($"it is no JSON ({e.Message.TrimEnd('.')})");
        }
    }

    /// <summary>One of a file: rows where its name ends in <c>.json</c>, else SQL.</summary>
    /// <exception cref="SchemaSyncException">SSY0616: it cannot be read, or is not of that form.</exception>
    public static async Task<TenantSeed> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            var text = await InputText.ReadAsync(path, InputText.MostOfAList, cancellationToken).ConfigureAwait(false);
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfJson(path, text) : OfSql(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.BadSeed, $"the seed {path}", FileFault.Of(e))], e);
        }
    }

    /// <summary>What a plan gets at its end.</summary>
    /// <exception cref="SchemaSyncException">SSY0616: it does not fit the target, or cannot be a part of a plan.</exception>
    internal EquatableArray<Step> Steps(SchemaTarget target, Dialect dialect)
    {
        var rules = dialect.Hooks ?? throw Refused($"{dialect.Provider} does not run any");
        var steps = new List<Step>();
        foreach (var sql in _statements([.. target.Objects.OfType<Table>()], dialect))
        {
            if ((rules.Fault(sql, isTried: true) ?? rules.EndsTransaction?.Invoke(rules.ReadText(sql).Significant)) is { } fault)
                throw Refused($"a statement {fault}");
            steps.Add(new()
            {
                Sql = sql,
                IsHook = true,
                IsSeed = true,
                Written = _name,
                Serves = $"run {_name}",
                Subject = Intent.Run,
                Transaction = TransactionMode.Shared,
                Lock = LockMode.BlocksWrites,
                Rows = RowAccess.Scan,
                Reverse = new(ReverseKind.Impossible, "it is not run backwards; rows go with their tables"),
            });
        }

        return steps.Count > 0 ? steps.ToEquatableArray() : throw Refused("there is nothing in it");
    }

    private IEnumerable<string> Split(string text, Dialect dialect)
    {
        var lexed = dialect.Hooks!.ReadText(text);
        if (lexed.Error is { } error) throw Refused($"it holds {error}");
        var statement = new StringBuilder();
        var isEmpty = true;
        foreach (var token in lexed.Tokens)
        {
            if (!token.Is(";"))
            {
                statement.Append(token.ToString());
                isEmpty &= !token.IsSignificant;
                continue;
            }

            if (!isEmpty) yield return statement.ToString().Trim();
            statement.Clear();
            isEmpty = true;
        }

        if (!isEmpty) yield return statement.ToString().Trim();
    }

    private IEnumerable<string> Insert(string name, JsonValue value, IReadOnlyList<Table> declared, Dialect dialect)
    {
        // What tenants share is not theirs to begin with.
        var (names, meant) = (new ObjectIdComparer(dialect.Names), ObjectId.Top(ObjectKind.Table, new(name)));
        var table = declared.FirstOrDefault(t => names.Equals(ObjectId.Of(t), meant))
            ?? throw Refused($"the target has no table {name} of the tenant's own");
        if (value is not JsonArray array) throw Refused($"{name} is no array of rows");
        var rows = array.Items.Select((item, i) => Row(table, $"row {i + 1} of {name}", item, dialect)).ToList();
        for (var at = 0; at < rows.Count;)
        {
            var columns = rows[at].Columns;
            var alike = rows.Skip(at).Take(MostRows).TakeWhile(r => r.Columns == columns).ToList();
            at += alike.Count;
            yield return $"INSERT INTO {dialect.Quoted(table.Name.Name)} ({columns}) VALUES\n  "
                + string.Join(",\n  ", alike.Select(r => r.Values));
        }
    }

    private (string Columns, string Values) Row(Table table, string row, JsonValue value, Dialect dialect)
    {
        if (value is not JsonObject { Members: { IsEmpty: false } members }) throw Refused($"{row} is no object with values");
        var columns = new List<Column>();
        foreach (var (name, _) in members)
        {
            var column = table.Columns.FirstOrDefault(c => dialect.Names.Equals(c.Name.Value, name))
                ?? throw Refused($"{row} has {name}, and the table no such column");
            if (column.Computed is not null || column.Identity is { Always: true })
                throw Refused($"{row} has {name}, whose values the server makes");
            if (columns.Contains(column)) throw Refused($"{row} has {name} twice");
            columns.Add(column);
        }

        return (string.Join(", ", columns.Select(c => dialect.Quoted(c.Name))),
            $"({string.Join(", ", members.Select(m => Constant(row, m.Value, dialect)))})");
    }

    private string Constant(string row, JsonValue value, Dialect dialect) => value switch
    {
        JsonNull => "NULL",
        JsonBoolean flag => flag.Value ? "TRUE" : "FALSE",
        JsonNumber number => number.Text,
        JsonString text when text.Value.Contains('\0', StringComparison.Ordinal) =>
            throw Refused($"{row} has a text with a zero character"),
        JsonString text => dialect.Literal(text.Value),
        _ => dialect.Literal(Json(value)),
    };

    // A column of JSON holds the value itself.
    private static string Json(JsonValue value)
    {
        var json = new JsonWriter(indented: false);
        json.Value(null, value);
        return json.ToString();
    }

    private SchemaSyncException Refused(string reason) => new(TenancyDiagnostics.BadSeed, _name, reason);
}
