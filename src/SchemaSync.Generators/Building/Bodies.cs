using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>SQL that stands in the attribute or in a file.</summary>
internal static class Bodies
{
    public static SqlExpression? Read(AttributeUse use, string argument, string subject, BuildContext context)
    {
        var text = use.Text(argument);
        var file = use.Text("File");
        if ((text is null) == (file is null))
        {
            context.Report(AttributeDiagnostics.OneBody, use.Place, subject, text is null ? "neither" : "both");
            return null;
        }

        if (file is not null && (text = context.Files.Find(file)) is null)
        {
            context.Report(AttributeDiagnostics.MissingFile, use.Place, subject, file);
            return null;
        }

        var sql = text!.Replace("\r\n", "\n").Trim().TrimEnd(';').TrimEnd();
        if (sql.Length > 0) return new(argument == "Body" ? sql + ";" : sql);
        context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
        return null;
    }
}
