namespace SchemaSync.MySql.Sql;

/// <summary>Which objects a body names. The servers do not tell (MariaDB), or only a part
/// (MySQL), so tokens do: too many do no harm, they only order.</summary>
internal static class Uses
{
    /// <summary>Fills <see cref="TopLevelObject.Uses"/> of views and bodies with those of the given objects that they name.</summary>
    public static Func<TopLevelObject, TopLevelObject> Add(IEnumerable<TopLevelObject> objects)
    {
        // In whatever database: which one is meant would take more than tokens.
        var known = objects.Where(o => o is Table or View or Routine or Sequence).Select(o => o.Name).Distinct()
            .ToLookup(n => n.Name.Value, StringComparer.OrdinalIgnoreCase);
        return subject => subject switch
        {
            View view => view with { Uses = In(view.Definition, view, known) },
            Trigger trigger => trigger with { Uses = In(trigger.Body, trigger, known) },
            Routine routine => routine with { Uses = In(routine.Body, routine, known) },
            Event scheduled => scheduled with { Uses = In(scheduled.Body, scheduled, known) },
            _ => subject,
        };
    }

    private static EquatableArray<QualifiedName> In(SqlExpression body, TopLevelObject subject, ILookup<string, QualifiedName> known) =>
        Lexer.Read(body.Text).Tokens.Select(MySqlText.NameOf).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(n => known[n])
            .Where(n => n != subject.Name).Distinct().OrderBy(n => n).ToEquatableArray();
}
