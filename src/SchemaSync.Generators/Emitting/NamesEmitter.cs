using System.Text;

namespace SchemaSync.Generators;

/// <summary>The typed <c>Schema</c> class: names as constants, and the snapshot for use at run time.</summary>
internal static class NamesEmitter
{
    public static string Emit(IEnumerable<NamedTable> tables, string rootNamespace, string className)
    {
        var text = new StringBuilder(CSharpText.Header);
        var space = Namespace(rootNamespace);
        var indent = space.Length == 0 ? "" : "    ";
        if (space.Length > 0) text.Append("namespace ").Append(space).Append("\n{\n");
        Open(text, indent, className);
        var taken = new HashSet<string>(StringComparer.Ordinal) { className, "Manifest", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone" };
        foreach (var table in tables.OrderBy(t => t.Table, StringComparer.Ordinal)) Table(text, indent + "    ", table, taken);
        text.Append(indent).Append("}\n");
        if (space.Length > 0) text.Append("}\n");
        return text.ToString();
    }

    private static void Open(StringBuilder text, string indent, string className)
    {
        text.Append(indent).Append("/// <summary>The names of the declared schema.</summary>\n")
            .Append(indent).Append("[global::System.CodeDom.Compiler.GeneratedCode(\"SchemaSync\", \"1\")]\n")
            .Append(indent).Append("internal static partial class ").Append(className).Append('\n').Append(indent).Append("{\n")
            .Append(indent).Append("    /// <summary>The declared schema as JSON, as it stands in this assembly.</summary>\n")
            .Append(indent).Append("    public static string Manifest\n").Append(indent).Append("    {\n").Append(indent).Append("        get\n")
            .Append(indent).Append("        {\n")
            .Append(indent).Append("            foreach (global::System.Attribute attribute in global::System.Attribute.GetCustomAttributes(typeof(").Append(className)
            .Append(").Assembly, typeof(global::System.Reflection.AssemblyMetadataAttribute)))\n").Append(indent).Append("            {\n")
            .Append(indent).Append("                var metadata = (global::System.Reflection.AssemblyMetadataAttribute)attribute;\n")
            .Append(indent).Append("                if (metadata.Key == \"").Append(Model.Manifest.SnapshotKey).Append("\") return metadata.Value;\n")
            .Append(indent).Append("            }\n\n")
            .Append(indent).Append("            return \"\";\n").Append(indent).Append("        }\n").Append(indent).Append("    }\n");
    }

    private static void Table(StringBuilder text, string indent, NamedTable table, HashSet<string> outer)
    {
        var name = Free(Names.PascalCase(table.Table), outer);
        text.Append('\n').Append(indent).Append("/// <summary>Table <c>").Append(Xml(table.Table)).Append("</c>.</summary>\n")
            .Append(indent).Append("public static class ").Append(name).Append('\n').Append(indent).Append("{\n");
        var taken = new HashSet<string>(StringComparer.Ordinal) { name, "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize" };
        Constant(text, indent, "Table", table.Table, taken);
        foreach (var column in table.Columns) Constant(text, indent, column.Property, column.Column, taken);
        foreach (var index in table.Indexes) Constant(text, indent, Names.PascalCase(index), index, taken);
        text.Append(indent).Append("}\n");
    }

    private static void Constant(StringBuilder text, string indent, string name, string value, HashSet<string> taken) =>
        text.Append(indent).Append("    public const string ").Append(CSharpText.Identifier(Free(name, taken))).Append(" = ").Append(CSharpText.Literal(value)).Append(";\n");

    // A constant may be called neither like its class nor like what every class has.
    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 1; !taken.Add(free); i++) free = i == 1 ? name + "_" : name + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    private static string Namespace(string text) => string.Join(".", text.Split('.').Where(p => p.Length > 0)
        .Select(p => CSharpText.Identifier(new string([.. p.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]) is var word && char.IsDigit(word[0]) ? "_" + word : word)));

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\n", " ").Replace("\r", " ");
}
