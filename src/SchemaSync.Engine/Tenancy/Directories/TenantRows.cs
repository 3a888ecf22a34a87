namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>Tenants as rows of a table: of a catalogue database, or objects of a JSON file. Every row says who, and may say
/// where.</summary>
internal sealed class TenantRows(string source, TenantTemplate template)
{
    private const string Id = "id", Schema = "schema", Database = "database", Server = "server", Variable = "connectionvariable",
        Group = "group", Role = "role";

    private static readonly string[] Columns = [Id, Schema, Database, Server, Variable, Group, Role];

    /// <summary>Which columns there may be, for messages.</summary>
    private const string Known = "id, schema, database, server, connection_variable, role and group";

    /// <summary>The tenants of a JSON file: an array of objects.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: it is empty. SSY0605: it is not such an array. SSY0602 to SSY0604: as for
    /// <see cref="Read"/>.</exception>
    public static IReadOnlyList<Tenant> OfJson(string path, string text, TenantTemplate template)
    {
        var rows = new TenantRows(path, template);
        try
        {
            if (JsonReader.Parse(text) is not JsonArray array) throw rows.Refused("it is no array of objects");
            return rows.Read(array.Items.Select((item, i) => item is JsonObject row
                ? row.Members.Select(m => new KeyValuePair<string, string?>(m.Key, rows.Text(m.Value, i, m.Key)))
                : throw rows.Refused($"entry {i + 1} is no object")));
        }
        catch (JsonFormatException e)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.BadList, path, e.Message)], e);
        }
    }

    /// <summary>The tenants of these rows, each with its values by the names of their columns.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: there is no row. SSY0605: a column is none of those that are known, or one has no
    /// id. SSY0606: the system has no such place. SSY0602: a row says nowhere. SSY0603, SSY0604: an id comes twice, or cannot be
    /// used.</exception>
    public IReadOnlyList<Tenant> Read(IEnumerable<IEnumerable<KeyValuePair<string, string?>>> rows)
    {
        var tenants = TenantTemplate.Once(rows.Select(Row));
        return tenants.Count > 0 ? tenants : throw new SchemaSyncException(TenancyDiagnostics.NoTenants, source, "it has no row");
    }

    private Tenant Row(IEnumerable<KeyValuePair<string, string?>> row, int index)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in row)
        {
            var name = column.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
            if (!Columns.Contains(name, StringComparer.Ordinal)) throw Refused($"'{column}' is no column of a tenant; there are {Known}");
            // An empty text is what a list has where a database has NULL.
            if (!string.IsNullOrEmpty(value) && !values.TryAdd(name, value)) throw Refused($"the column {column} comes twice");
        }

        return values.GetValueOrDefault(Id) is { } id
            ? new(Placed(id, values), values.GetValueOrDefault(Group))
            : throw Refused($"row {index + 1} has no id");
    }

    private TenantContext Placed(string id, Dictionary<string, string> values)
    {
        var named = template;
        if (values.GetValueOrDefault(Variable) is { } variable)
            named = template with
            {
                ConnectionString = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } connection ? connection
                    : throw new SchemaSyncException(TenancyDiagnostics.NoVariable, id, variable),
            };
        var place = new TenantPlace(values.GetValueOrDefault(Server), values.GetValueOrDefault(Database), values.GetValueOrDefault(Schema));
        if (!named.IsComplete && place == new TenantPlace() && named == template)
            throw new SchemaSyncException(TenancyDiagnostics.NoPlaceholder, TenantTemplate.Placeholder);
        if (values.Values.FirstOrDefault(v => v.Any(char.IsControl)) is not null)
            throw new SchemaSyncException(TenancyDiagnostics.BadName, id, "holds a control character, or its place does");
        var tenant = named.Adapter.At(named.Of(id, id), place);
        if (values.GetValueOrDefault(Role) is { } role) tenant = tenant with { Role = role };
        return place.Schema is null ? tenant : tenant with { SharesDatabase = true };
    }

    private string? Text(JsonValue value, int index, string member) => value switch
    {
        JsonString text => text.Value,
        JsonNull => null,
        JsonNumber number => number.Text,
        _ => throw Refused($"{member} of entry {index + 1} is no text"),
    };

    private SchemaSyncException Refused(string reason) => new(TenancyDiagnostics.BadList, source, reason);
}
