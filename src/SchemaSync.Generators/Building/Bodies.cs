namespace SchemaSync.Generators.Building;

/// <summary>SQL that stands in the attribute or in a file.</summary>
internal static class Bodies
{
    /// <summary>One query or one statement: a semicolon at its end says nothing. In a <c>Body</c> it ends the last statement.</summary>
    public static SqlExpression? Read(AttributeUse use, string argument, string subject, BuildContext context)
    {
        var sql = Text(use, argument, subject, context)?.TrimEnd(';').TrimEnd();
        return sql is null ? null : NotEmpty(argument == "Body" ? sql + ";" : sql, sql, use, subject, context);
    }

    /// <summary>A body that is kept as it is but for white space around it.</summary>
    public static SqlExpression? Whole(AttributeUse use, string subject, BuildContext context)
    {
        var text = Text(use, "Body", subject, context);
        return text is null ? null : NotEmpty(text, text, use, subject, context);
    }

    private static string? Text(AttributeUse use, string argument, string subject, BuildContext context)
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

        return text!.Replace("\r\n", "\n").Trim();
    }

    private static SqlExpression? NotEmpty(string body, string sql, AttributeUse use, string subject, BuildContext context)
    {
        if (sql.Length > 0) return new(body);
        context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
        return null;
    }
}
