using System.Globalization;
using System.Text;

namespace SchemaSync.MySql.Kinds;

/// <summary>The CREATE statement of each kind, and the pieces of them that ALTER TABLE takes.</summary>
internal sealed class Render(MySqlCapabilities server)
{
    /// <summary>CREATE TABLE with everything in it but the foreign keys that are left out.</summary>
    public string Create(Table table, Func<ForeignKey, bool> isInline)
    {
        var lines = table.Columns.Select(c => Column(table, c)).Concat(Keys(table))
            .Concat(table.ForeignKeys.Where(isInline).Select(f => ForeignKey(table.Name, f)))
            .Concat(table.CheckConstraints.Where(c => c.Column.IsEmpty).Select(Check));
        return $"CREATE TABLE {Q(table.Name)} (\n  {string.Join(",\n  ", lines)}\n){Options(table)}"
            + $"{(table.PartitionBy is null ? "" : "\n" + Partitions.Render(table))}";
    }

    /// <summary>A column as in CREATE TABLE, ADD COLUMN and MODIFY COLUMN; a check of the column belongs to it.</summary>
    public string Column(Table table, Column column)
    {
        var text = new StringBuilder(Q(column.Name)).Append(' ').Append(column.Type.Native).Append(CharSet(table, column));
        if (column.Computed is { } computed)
            text.Append(" GENERATED ALWAYS AS (").Append(computed.Expression.Text).Append(computed.Stored ? ") STORED" : ") VIRTUAL");
        if (!column.Nullable) text.Append(" NOT NULL");
        // A timestamp without a word about NULL may be NOT NULL (explicit_defaults_for_timestamp).
        else if (column.Computed is null && column.Type.Native!.StartsWith("timestamp", StringComparison.Ordinal)) text.Append(" NULL");
        if (column.Srid is { } srid)
            text.Append(server.IsMariaDb ? " REF_SYSTEM_ID=" : " SRID ").Append(srid.ToString(CultureInfo.InvariantCulture));
        if (column.Default is { } value) text.Append(" DEFAULT ").Append(value.Text);
        if (column.OnUpdate is { } onUpdate) text.Append(" ON UPDATE ").Append(onUpdate.Text);
        if (column.Identity is not null) text.Append(" AUTO_INCREMENT");
        if (column.Invisible) text.Append(" INVISIBLE");
        foreach (var option in column.Options) text.Append(' ').Append(option.Name);
        if (column.Comment is { } comment) text.Append(" COMMENT ").Append(MySqlText.Literal(comment));
        foreach (var check in table.CheckConstraints.Where(c => c.Column == column.Name))
            text.Append(" CHECK (").Append(check.Expression.Text).Append(')');
        return text.ToString();
    }

    /// <summary>A primary key.</summary>
    public static string PrimaryKey(PrimaryKey key) => $"PRIMARY KEY ({Parts(key.Columns)}){Using(key.Options)}{Comment(key)}";

    /// <summary>A unique key.</summary>
    public string Unique(UniqueConstraint unique)
    {
        return $"UNIQUE KEY {Name(unique)}({Parts(unique.Columns)}){Using(unique.Options)}{Comment(unique)}"
            + $"{Hidden(unique.Options.Any(o => o.Name == TableKeys.Invisible))}";
    }

    /// <summary>An index.</summary>
    public string Index(Index index)
    {
        var isKind = index.Method is "FULLTEXT" or "SPATIAL" or TableKeys.Vector;
        var text = $"{(isKind ? index.Method + " " : "")}KEY {Name(index)}({Parts(index.Columns)})";
        if (!isKind && index.Method is { } method) text += $" USING {method}";
        if (index.Parser is { } parser) text += $" WITH PARSER {parser}";
        if (index.Method == TableKeys.Vector) text += string.Concat(index.Options.Select(o => $" {o.Name}={o.Value}"));
        return text + Comment(index) + Hidden(index.Invisible);
    }

    /// <summary>A check of the table.</summary>
    public static string Check(CheckConstraint check) =>
        $"{Constraint(check)}CHECK ({check.Expression.Text}){(check.NotEnforced ? " NOT ENFORCED" : "")}";

    /// <summary>A foreign key.</summary>
    public string ForeignKey(QualifiedName table, ForeignKey key) =>
        $"{Constraint(key)}FOREIGN KEY ({MySqlText.Names(key.Columns)}) REFERENCES {Q(Referred(table, key.ReferencedTable))}"
            + $"{(key.ReferencedColumns.IsEmpty ? "" : $" ({MySqlText.Names(key.ReferencedColumns)})")}"
            + $"{Action(" ON DELETE ", key.OnDelete)}{Action(" ON UPDATE ", key.OnUpdate)}";

    // Behind REFERENCES a name without a database is looked for in that of the table.
    private static QualifiedName Referred(QualifiedName table, QualifiedName referred) =>
        table.IsQualified && !referred.IsQualified ? new(new(Home.Placeholder), referred.Name) : referred;

    /// <summary>CREATE OR REPLACE VIEW; the definer is whoever runs it.</summary>
    public static string Create(View view)
    {
        string? Option(string name) => view.Options.FirstOrDefault(o => o.Name == name)?.Value;
        var algorithm = Option(Views.Algorithm) is { } a ? $"ALGORITHM = {a} " : "";
        var security = Option(Views.Security) is { } s ? $"SQL SECURITY {s} " : "";
        var check = Option(Views.CheckOption) is { } c ? $"\nWITH {c} CHECK OPTION" : "";
        return $"CREATE OR REPLACE {algorithm}{security}VIEW "
            + $"{Q(view.Name)}{(view.Columns.IsEmpty ? "" : $" ({MySqlText.Names(view.Columns)})")} "
            + $"AS\n{view.Definition.Text.TrimEnd(';', ' ', '\n')}{check}";
    }

    /// <summary>CREATE TRIGGER; the first of its moment before one that is there already.</summary>
    public static string Create(Trigger trigger, Identifier precedes = default)
    {
        var follows = !trigger.Follows.IsEmpty ? $" FOLLOWS {Q(trigger.Follows)}" : !precedes.IsEmpty ? $" PRECEDES {Q(precedes)}" : "";
        return $"CREATE TRIGGER {Q(trigger.On.Sibling(trigger.LocalName))} {trigger.Timing.ToString().ToUpperInvariant()} "
            + $"{trigger.Events[0].ToString().ToUpperInvariant()} ON {Q(trigger.On)} FOR EACH ROW{follows} {trigger.Body.Text}";
    }

    /// <summary>CREATE FUNCTION or PROCEDURE.</summary>
    public static string Create(Routine routine, bool replaces = false)
    {
        var text = new StringBuilder("CREATE ").Append(Replace(replaces)).Append(routine.IsProcedure ? "PROCEDURE " : "FUNCTION ")
            .Append(Q(routine.Name)).Append(" (").Append(routine.Arguments).Append(')');
        if (routine.Returns is { } returns) text.Append(" RETURNS ").Append(returns);
        if (routine.Volatility == Volatility.Immutable) text.Append("\n  DETERMINISTIC");
        if (routine.DataAccess is { } access) text.Append("\n  ").Append(access);
        if (routine.Security == RoutineSecurity.Invoker) text.Append("\n  SQL SECURITY INVOKER");
        if (routine.Comment is { } comment) text.Append("\n  COMMENT ").Append(MySqlText.Literal(comment));
        return text.Append('\n').Append(routine.Body.Text).ToString();
    }

    /// <summary>Table options behind the closing parenthesis.</summary>
    public static string Options(Table table) =>
        string.Concat(table.Options.Where(o => o.Name != TableOptions.Versioning).Select(o => $" {Option(o)}"))
        + (table.Comment is { } comment ? $" COMMENT={MySqlText.Literal(comment)}" : "")
        + (table.HasOption(TableOptions.Versioning) ? $" {TableOptions.Versioning}" : "");

    /// <summary>What an option is set to that is to be no longer set.</summary>
    public static string DefaultOf(string option) => option switch
    {
        "KEY_BLOCK_SIZE" or "MAX_ROWS" or "MIN_ROWS" or "AVG_ROW_LENGTH" or "CHECKSUM" or "DELAY_KEY_WRITE" => "0",
        "COMPRESSION" => "'none'",
        "ENCRYPTION" => "'n'",
        _ => "DEFAULT",
    };

    /// <summary>One table option.</summary>
    public static string Option(TableOption option) =>
        option.Value.Length == 0
            ? option.Name
            : $"{(option.Name is TableOptions.CharSet ? "DEFAULT CHARSET" : option.Name)}={option.Value}";

    /// <summary>The parts of a key.</summary>
    public static string Parts(EquatableArray<IndexPart> parts) => string.Join(", ", parts.Select(p =>
        (p.Expression is { } e ? $"({e.Text})" : Q(p.Column))
            + (p.PrefixLength is { } length ? $"({length.ToString(CultureInfo.InvariantCulture)})" : "") + (p.Descending ? " DESC" : "")));

    private IEnumerable<string> Keys(Table table)
    {
        if (table.PrimaryKey is { } key) yield return PrimaryKey(key);
        foreach (var unique in table.UniqueConstraints) yield return Unique(unique);
        foreach (var index in table.Indexes) yield return Index(index);
    }

    // Said only where it is not the table's: MySQL prints a collation that was given, even where it changes nothing.
    private static string? CharSet(Table table, Column column)
    {
        if (column.Collation is { } collation && collation != table.ValueOf(TableOptions.Collate))
            return $" CHARACTER SET {column.CharSet ?? Collations.CharSetOf(collation)} COLLATE {collation}";
        return column.Collation is null && column.CharSet is { } charset && charset != table.ValueOf(TableOptions.CharSet)
            ? $" CHARACTER SET {charset}"
            : null;
    }

    private string Hidden(bool isHidden) => !isHidden ? "" : server.IsMariaDb ? " IGNORED" : " INVISIBLE";

    // What the servers do without a word is left out, as they do themselves.
    private string Action(string words, ReferentialAction action) =>
        action == (server.DefaultActionIsRestrict ? ReferentialAction.Restrict : ReferentialAction.NoAction)
            ? ""
            : words + SqlTokens.Of(action);

    private static string Replace(bool replaces) => replaces ? "OR REPLACE " : "";

    private static string Using(EquatableArray<TableOption> options) =>
        options.FirstOrDefault(o => o.Name == TableKeys.Using) is { } method ? $" USING {method.Value}" : "";

    private static string Comment(SchemaObject subject) => subject.Comment is { } comment ? $" COMMENT {MySqlText.Literal(comment)}" : "";

    private static string Name(SchemaObject subject) => subject.LocalName.IsEmpty ? "" : Q(subject.LocalName) + " ";

    private static string Constraint(SchemaObject subject) => subject.LocalName.IsEmpty ? "" : $"CONSTRAINT {Q(subject.LocalName)} ";

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
