using System.Text;

namespace SchemaSync.Sqlite.Kinds;

/// <summary>The CREATE statement of each kind, in one layout: the text SQLite stores is the text people read later.</summary>
internal static class Render
{
    /// <summary>CREATE TABLE under the table's own or another name; indexes are statements of their own.</summary>
    public static string Create(Table table, Identifier? name = null)
    {
        var lines = table.Columns.Select(c => Column(table, c)).Concat(Constraints(table));
        var options = table.Options.IsEmpty ? "" : " " + string.Join(", ", table.Options.Select(o => o.Name));
        return $"CREATE TABLE {(name is { } given ? Q(given) : Q(table.Name))} (\n  {string.Join(",\n  ", lines)}\n){options}";
    }

    /// <summary>One column definition, as in CREATE TABLE and ADD COLUMN.</summary>
    public static string Column(Table table, Column column)
    {
        var text = new StringBuilder(Q(column.Name));
        if (column.Type.Native is { Length: > 0 } type) text.Append(' ').Append(type);
        if (column.Identity is not null) text.Append(Named(table.PrimaryKey!)).Append(" PRIMARY KEY AUTOINCREMENT");
        if (!column.Nullable && !Types.IsRowidAlias(table, column)) text.Append(" NOT NULL");
        if (column.Default is { } value) text.Append(" DEFAULT ").Append(IsLiteral(value.Text) ? value.Text : $"({value.Text})");
        if (column.Collation is { } collation) text.Append(" COLLATE ").Append(Q(new Identifier(collation)));
        if (column.Computed is { } computed)
        {
            text.Append(" GENERATED ALWAYS AS (").Append(computed.Expression.Text).Append(computed.Stored ? ") STORED" : ") VIRTUAL");
        }

        return text.ToString();
    }

    /// <summary>CREATE INDEX.</summary>
    public static string Create(Table table, Index index) =>
        $"CREATE {(index.Unique ? "UNIQUE " : "")}INDEX {Q(index.Name)} ON {Q(table.Name)} "
            + $"({Parts(index.Columns)}){(index.Where is { } where ? $" WHERE {where.Text}" : "")}";

    /// <summary>CREATE VIEW; the query exactly as declared, because unnamed result columns take their name from its text.</summary>
    public static string Create(View view) =>
        $"CREATE VIEW {Q(view.Name)}{(view.Columns.IsEmpty ? "" : $" ({Names(view.Columns)})")} AS\n{view.Definition.Text}";

    /// <summary>CREATE TRIGGER.</summary>
    public static string Create(Trigger trigger)
    {
        var timing = trigger.Timing switch { TriggerTiming.Before => "BEFORE", TriggerTiming.After => "AFTER", _ => "INSTEAD OF" };
        var of = trigger.UpdateOf.IsEmpty ? "" : $" OF {Names(trigger.UpdateOf)}";
        var when = trigger.When is { } condition ? $"\nWHEN {condition.Text}" : "";
        var body = trigger.Body.Text.TrimEnd();
        return $"CREATE TRIGGER {Q(trigger.Name)} {timing} {trigger.Events.Single().ToString().ToUpperInvariant()}{of} ON "
            + $"{Q(trigger.On)}\nFOR EACH ROW{when}\nBEGIN\n{body}{(body.EndsWith(';') ? "" : ";")}\nEND";
    }

    /// <summary>A check as in CREATE TABLE and ADD CONSTRAINT.</summary>
    public static string Check(CheckConstraint check) => $"{Named(check).TrimStart()} CHECK ({check.Expression.Text})".TrimStart();

    /// <summary>The part of a foreign key that follows its columns.</summary>
    public static string References(ForeignKey key)
    {
        var deferrable = key.Deferrability switch
        {
            Deferrability.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
            Deferrability.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
            _ => "",
        };
        var columns = key.ReferencedColumns.IsEmpty ? "" : $" ({Names(key.ReferencedColumns)})";
        return $"REFERENCES {Q(key.ReferencedTable)}{columns}{Action(" ON DELETE ", key.OnDelete)}"
            + $"{Action(" ON UPDATE ", key.OnUpdate)}{deferrable}";
    }

    /// <summary>Names, quoted, with commas between.</summary>
    public static string Names(IEnumerable<Identifier> names) => string.Join(", ", names.Select(Q));

    /// <summary>Whether a default may stand without parentheses, and is a constant for ADD COLUMN.</summary>
    public static bool IsLiteral(string text)
    {
        if (text.Length > 1 && text[0] == '\'' && text[^1] == '\'')
            return !text[1..^1].Replace("''", "", StringComparison.Ordinal).Contains('\'');
        if (text.Equals("NULL", StringComparison.OrdinalIgnoreCase)) return true;
        // One sign and no more: the grammar of DEFAULT knows no expression here (lang_createtable, section 3.2).
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text[1..].TrimStart(' ') : text;
        return digits.Length > 0 && (char.IsAsciiDigit(digits[0]) || digits[0] == '.')
            && double.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
    }

    private static IEnumerable<string> Constraints(Table table)
    {
        if (table.PrimaryKey is { } key && !table.Columns.Any(c => c.Identity is not null))
            yield return $"{Named(key)} PRIMARY KEY ({Parts(key.Columns)})".TrimStart();
        foreach (var unique in table.UniqueConstraints) yield return $"{Named(unique)} UNIQUE ({Parts(unique.Columns)})".TrimStart();
        foreach (var check in table.CheckConstraints) yield return Check(check);
        foreach (var foreignKey in table.ForeignKeys)
        {
            yield return $"{Named(foreignKey)} FOREIGN KEY ({Names(foreignKey.Columns)}) {References(foreignKey)}".TrimStart();
        }
    }

    private static string Parts(EquatableArray<IndexPart> parts) => string.Join(", ", parts.Select(p =>
        (p.Expression is { } e ? $"({e.Text})" : Q(p.Column))
            + (p.Collation is { } c ? $" COLLATE {Q(new Identifier(c))}" : "") + (p.Descending ? " DESC" : "")));

    private static string Action(string words, ReferentialAction action) =>
        action == ReferentialAction.NoAction ? "" : words + SqlTokens.Of(action);

    private static string Named(SchemaObject constraint) => constraint.LocalName.IsEmpty ? "" : $" CONSTRAINT {Q(constraint.LocalName)}";

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
