using System.Text;

namespace SchemaSync.Generators.Emitting;

/// <summary>The typed <c>Schema</c> class: names as constants, and the snapshot for use at run time.</summary>
internal static class NamesEmitter
{
    // Written for C# 7.3 without nullable; the text itself is only once in the assembly, in its attributes.
    private const string ManifestProperty = """
            /// <summary>The declared schema as JSON, as it stands in this assembly.</summary>
            public static string Manifest
            {
                get
                {
                    var parts = new global::System.Collections.Generic.List<string>();
                    foreach (global::System.Attribute attribute in global::System.Attribute.GetCustomAttributes(typeof($class$).Assembly,
                        typeof(global::System.Reflection.AssemblyMetadataAttribute)))
                    {
                        var metadata = (global::System.Reflection.AssemblyMetadataAttribute)attribute;
                        if (metadata.Key == "SchemaSync.Snapshot") parts.Add(metadata.Value);
                    }

                    return parts.Count == 1 ? parts[0] : "{\"parts\":[" + string.Join(",", parts) + "]}";
                }
            }
        """;

    // Only where the library is referred to. Whoever asks twice at once reads twice, which harms nobody.
    private const string TargetProperty = """
            private static global::SchemaSync.Engine.SchemaTarget _target;

            /// <summary>What this assembly declares, as a target for the library.</summary>
            public static global::SchemaSync.Engine.SchemaTarget Target
            {
                get { return _target ?? (_target = global::SchemaSync.Engine.SchemaTarget.From(typeof($class$).Assembly)); }
            }
        """;

    // A table is called the same whether or not the library is there.
    private static readonly string[] Own = ["Manifest", "Target", "_target"];

    private static readonly string[] Inherited = ["Equals", "ReferenceEquals", "GetHashCode",
        "GetType", "ToString", "MemberwiseClone", "Finalize"];

    /// <summary>The tables of a part, as the first provider that has them calls them.</summary>
    public static EquatableArray<TableOwner> Tables(ManifestPart part) =>
        Named(part).Select(t => new TableOwner(t.Table.Name, t.Type)).ToEquatableArray();

    /// <summary>
    /// A class name for each table: the tables of all parts share one class, and those of a schema one inside it. Of two classes with one
    /// table, which is told where they stand, the first has the names: what is told has to compile.
    /// </summary>
    public static ClassNames Classes(IEnumerable<TableOwner> owners, string className)
    {
        var taken = Taken(className);
        taken.UnionWith(Own);
        var names = new List<NamedClass>();
        // The tenant's own tables come first: what they are called does not depend on what else is declared.
        var tables = owners.GroupBy(o => o.Table).Select(g => g.OrderBy(o => o.Type, StringComparer.Ordinal).First());
        foreach (var schema in Sorted(tables, t => t.Table).GroupBy(t => t.Table.Schema))
        {
            var outer = schema.Key.Length == 0 ? "" : Free(Names.PascalCase(schema.Key), taken);
            var inside = schema.Key.Length == 0 ? taken : Taken(outer);
            names.AddRange(schema.Select(t => new NamedClass(t, outer, Free(Names.PascalCase(t.Table.Name), inside))));
        }

        return new(names.ToEquatableArray());
    }

    /// <summary>By schema, the tenant's own first, then by name.</summary>
    private static IEnumerable<T> Sorted<T>(IEnumerable<T> all, Func<T, TableName> name) =>
        all.OrderBy(t => name(t).Schema, StringComparer.Ordinal).ThenBy(t => name(t).Name, StringComparer.Ordinal);

    private static HashSet<string> Taken(string className) => new(Inherited, StringComparer.Ordinal) { className };

    /// <summary>The source text; null where the part has no table. The first part carries what is there once.</summary>
    public static string? Emit(ManifestPart part, ClassNames classes, NamesHome home, NamesAccess access)
    {
        if (classes.IsEmpty || access == NamesAccess.None) return null;
        var text = CSharpText.Start();
        // A library that documents what is public would be asked for a word on every column.
        if (access == NamesAccess.Public) text.Append("#pragma warning disable CS1591\n");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var space = string.Join(".", home.Namespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(CSharpText.Identifier));
        var indent = space.Length == 0 ? "" : "    ";
        if (space.Length > 0) text.Append("namespace ").Append(space).Append("\n{\n");
        Open(text, indent, access == NamesAccess.Public ? "public" : "internal", home, part.Number == 0);
        var own = Named(part).Where(t => classes.Of(t.Table.Name).Owner.Type == t.Type).Select(t => t.Table);
        var schemas = Sorted(own, t => t.Name).GroupBy(t => t.Name.Schema);
        foreach (var schema in schemas) Tables(text, indent + "    ", schema, classes, taken);
        text.Append(indent).Append("}\n");
        if (space.Length > 0) text.Append("}\n");
        return text.ToString();
    }

    private static IEnumerable<(NamedTable Table, string Type)> Named(ManifestPart part) =>
        from type in part.Types
        let table = type.Select(b => b.Names).FirstOrDefault(n => n is not null)
        where table is not null
        select (table, type[0].TypeName);

    private static void Open(StringBuilder text, string indent, string access, NamesHome home, bool isFirst)
    {
        var className = CSharpText.Identifier(home.Class);
        if (isFirst)
            text.Append(indent).Append("/// <summary>The names of the declared schema.</summary>\n").Append(indent)
                .Append("[global::System.CodeDom.Compiler.GeneratedCode(\"SchemaSync\", \"1\")]\n");
        text.Append(indent).Append(access).Append(" static partial class ").Append(className).Append('\n').Append(indent).Append("{\n");
        if (!isFirst) return;
        var members = home.HasTarget ? ManifestProperty + "\n\n" + TargetProperty : ManifestProperty;
        foreach (var line in members.Replace("\r", "").Replace("$class$", className).Split('\n'))
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
    }

    /// <summary>The tables of one schema, in a class of its own where it is not the tenant's.</summary>
    private static void Tables(StringBuilder text, string indent, IEnumerable<NamedTable> tables, ClassNames classes, HashSet<string> taken)
    {
        var all = tables.ToList();
        var outer = classes.Of(all[0].Name).Schema;
        if (outer.Length > 0)
        {
            text.Append('\n').Append(indent).Append("/// <summary>Schema <c>").Append(Xml(all[0].Name.Schema)).Append("</c>.</summary>\n")
                .Append(indent).Append("public static partial class ").Append(outer).Append('\n').Append(indent).Append("{\n");
        }

        foreach (var table in all)
        {
            if (outer.Length == 0 || table != all[0]) text.Append('\n');
            Table(text, outer.Length > 0 ? indent + "    " : indent, table, classes.Of(table.Name).Class, taken);
        }

        if (outer.Length > 0) text.Append(indent).Append("}\n");
    }

    private static void Table(StringBuilder text, string indent, NamedTable table, string name, HashSet<string> taken)
    {
        text.Append(indent).Append("/// <summary>Table <c>").Append(Xml(Written(table.Name))).Append("</c>.</summary>\n")
            .Append(indent).Append("public static class ").Append(name).Append('\n').Append(indent).Append("{\n");
        taken.Clear();
        taken.UnionWith(Inherited);
        taken.Add(name);
        Constant(text, indent, "Table", table.Name.Name, taken);
        if (table.Name.Schema.Length > 0) Constant(text, indent, "Schema", table.Name.Schema, taken);
        foreach (var column in table.Columns) Constant(text, indent, column.Name, column.Value, taken);
        foreach (var index in table.Indexes) Constant(text, indent, Names.PascalCase(index), index, taken);
        text.Append(indent).Append("}\n");
    }

    private static void Constant(StringBuilder text, string indent, string name, string value, HashSet<string> taken)
    {
        text.Append(indent).Append("    public const string ").Append(CSharpText.Identifier(Free(name, taken))).Append(" = ");
        CSharpText.Literal(text, value).Append(";\n");
    }

    // A constant may be called neither like its class nor like what every class has.
    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 1; !taken.Add(free); i++)
            free = i == 1 ? name + "_" : name + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    private static string Written(TableName name) => new QualifiedName(new(name.Schema), new(name.Name)).ToString();

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\n", " ").Replace("\r", " ");
}

/// <summary>What a table is called in <c>Schema</c>.</summary>
/// <param name="Owner">The table.</param>
/// <param name="Schema">The class of its schema; empty for the tenant's own.</param>
/// <param name="Class">Its own class.</param>
internal sealed record NamedClass(TableOwner Owner, string Schema, string Class);

/// <summary>A table, and the class in the project that declares it.</summary>
internal sealed record TableOwner(TableName Table, string Type);

/// <summary>The class of each table in <c>Schema</c>.</summary>
internal sealed class ClassNames(EquatableArray<NamedClass> classes) : IEquatable<ClassNames>
{
    private readonly EquatableArray<NamedClass> _classes = classes;
    private readonly Lazy<Dictionary<TableName, NamedClass>> _byTable = new(() => classes.ToDictionary(c => c.Owner.Table));

    public bool IsEmpty => _classes.IsEmpty;

    public NamedClass Of(TableName table) => _byTable.Value[table];

    public bool Equals(ClassNames? other) => other is not null && _classes == other._classes;

    public override bool Equals(object? obj) => Equals(obj as ClassNames);

    public override int GetHashCode() => _classes.GetHashCode();
}
