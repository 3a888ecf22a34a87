namespace SchemaSync.PostgreSql.Kinds;

/// <summary>What makes and drops an object of any kind.</summary>
internal static class ObjectText
{
    /// <summary>DROP of an object of any kind; never CASCADE.</summary>
    public static string Drop(TopLevelObject subject) => subject switch
    {
        Trigger trigger => $"DROP TRIGGER {Q(trigger.Name.Name)} ON {Q(trigger.On)}",
        Routine routine => $"DROP {(routine.IsProcedure ? "PROCEDURE" : "FUNCTION")} {BodyText.Named(routine)}",
        EnumType or CompositeType => $"DROP TYPE {Q(subject.Name)}",
        Schema => $"DROP SCHEMA {Q(subject.Name)} RESTRICT",
        _ => $"DROP {subject.Kind.Name.ToUpperInvariant()} {Q(subject.Name)}",
    };

    /// <summary>Everything that makes an object, comments included; a table's foreign keys and policies come later.</summary>
    public static IEnumerable<string> Create(TopLevelObject subject)
    {
        yield return subject switch
        {
            Table table => TableText.Create(table),
            View view => BodyText.Create(view),
            MaterializedView view => BodyText.Create(view),
            Routine routine => BodyText.Create(routine),
            Trigger trigger => BodyText.Create(trigger),
            EnumType type => TypeText.Create(type),
            Domain domain => TypeText.Create(domain),
            CompositeType type => TypeText.Create(type),
            Sequence sequence => SequenceText.Create(sequence),
            Extension extension => TypeText.Create(extension),
            Schema schema => TypeText.Create(schema),
            _ => throw PlanState.CannotPlan(ObjectId.Of(subject), $"add {ObjectId.Of(subject)}", "PostgreSQL has no such kind"),
        };
        var indexes = subject switch { Table table => table.Indexes, MaterializedView view => view.Indexes, _ => [] };
        foreach (var index in indexes) yield return IndexText.Create(subject.Name, index);
        // CREATE checks the rows there are, which is none: what is not to be valid has to be added.
        var late = subject switch { Table table => table.CheckConstraints, Domain domain => domain.CheckConstraints, _ => [] };
        foreach (var check in late.Where(c => c.NotValid))
            yield return $"ALTER {(subject is Domain ? "DOMAIN" : "TABLE")} {Q(subject.Name)} ADD {ConstraintText.Define(check)}";

        if (subject is Trigger { State: not TriggerState.Enabled } state) yield return BodyText.State(state);
        foreach (var comment in CommentText.Create(subject is Table t ? t with { ForeignKeys = [], Policies = [] } : subject))
            yield return comment;
    }

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
