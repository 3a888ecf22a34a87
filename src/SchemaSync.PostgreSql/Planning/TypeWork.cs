namespace SchemaSync.PostgreSql.Planning;

/// <summary>Changes of sequences, enum types, domains, composite types, extensions and schemas that are there already.</summary>
internal sealed class TypeWork(PlanState state, PlanSteps steps)
{
    /// <summary>Changes of an object's own facets.</summary>
    public void Alter(Change.Alter change)
    {
        switch (change)
        {
            case { Before: Sequence b, After: Sequence a }: Sequence(change, b, a); break;
            case { Before: EnumType b, After: EnumType a }: Enum(change, b, a); break;
            case { Before: Domain b, After: Domain a }: Domain(change, b, a); break;
            case { Before: CompositeType b, After: CompositeType a }: Composite(change, b, a); break;
            case { Before: Extension b, After: Extension a }: Extension(change, b, a); break;
            case { Before: Schema b, After: Schema a }: SchemaWork.Alter(steps, change, b, a); return;
        }

        if (change.Before.Comment != change.After.Comment && !CompositeWork.IsReplaced(state, change))
            steps.Catalogue(Phase.Alter, change, CommentText.Set(default, change.After, change.After.Comment));
    }

    /// <summary>Whether an enum's new values are the old ones with others in between.</summary>
    public static bool OnlyAdds(EnumType before, EnumType after) => after.Values.Where(before.Values.Contains).SequenceEqual(before.Values);

    /// <summary>Checks of domains.</summary>
    public void Check(Change change)
    {
        var head = $"ALTER DOMAIN {Q(change.Owner)}";
        switch (change)
        {
            case Change.Rename rename:
                steps.Catalogue(Phase.Rename, change,
                    $"{head} RENAME CONSTRAINT {Q(rename.Before.LocalName)} TO {Q(rename.After.LocalName)}"); break;
            case Change.Drop drop:
                steps.Catalogue(Phase.DropKeys, change, $"{head} DROP CONSTRAINT {Q(drop.Before.LocalName)}", null,
                    PlanHazards.Weakens(change, change.Owner)); break;
            case Change.Add { After: CheckConstraint check }: AddCheck(change, head, check); break;
            case Change.Alter { Before: CheckConstraint b, After: CheckConstraint a }
                when (b with { Comment = a.Comment }).HasSameFacets(a):
                steps.Catalogue(Phase.Alter, change, CommentText.Set(change.Owner, a, a.Comment, isDomain: true));
                break;
            case Change.Alter { Before: CheckConstraint b, After: CheckConstraint a }:
                steps.Catalogue(Phase.DropKeys, change, $"{head} DROP CONSTRAINT {Q(b.Name)}");
                AddCheck(change, head, a);
                break;
        }
    }

    private void AddCheck(Change change, string head, CheckConstraint check)
    {
        if (!check.NotValid) RefuseInside(change, change.Owner);
        steps.Add(Phase.Online,
            PlanSteps.Brief(change.ToString(), change.Id,
                $"{head} ADD {ConstraintText.Define(check with { NotValid = true })}") with { Transaction = TransactionMode.Alone });
        if (!check.NotValid)
        {
            steps.Add(Phase.Online,
                PlanSteps.Brief(change.ToString(), change.Id, $"{head} VALIDATE CONSTRAINT {Q(check.Name)}", null,
                    PlanHazards.MayFail(change.Id, change.ToString(), change.Owner, "a column of the domain holds another value")) with
            {
                Transaction = TransactionMode.Alone, Lock = LockMode.BlocksWrites, Rows = RowAccess.Scan,
            });
        }

        if (check.Comment is { } comment)
            steps.Add(Phase.Online,
                PlanSteps.Brief(change.ToString(), change.Id, CommentText.Set(change.Owner, check, comment, isDomain: true)));
    }

    private void Sequence(Change.Alter change, Sequence b, Sequence a)
    {
        if (b.Options != a.Options)
            throw PlanState.CannotPlan(change.Id, change.ToString(), "whether a sequence is logged cannot be changed on every server");
        if (!(b with { OwnedBy = a.OwnedBy, Comment = a.Comment, Grants = a.Grants }).HasSameFacets(a))
        {
            var (old, bounds) = (NumberBounds.Of(b.Increment, b.Min, b.Max), NumberBounds.Of(a.Increment, a.Min, a.Max));
            if (!old.IsApart(bounds))
                foreach (var sql in old.Bring(bounds, PostgreSqlText.Literal(Q(a.Name)), $" FROM {Q(a.Name)}", "last_value"))
                    steps.Catalogue(Phase.Alter, change, sql);
            var numbers = SequenceText.AllNumbers(a.Start, a.Increment, a.Min, a.Max, a.Cache, a.Cycle);
            steps.Catalogue(Phase.Alter, change,
                $"ALTER SEQUENCE {Q(a.Name)}{(b.Type != a.Type ? $" AS {a.Type?.Native ?? "bigint"}" : "")} "
                    + $"{string.Join(' ', numbers)}{(old.IsApart(bounds) ? " RESTART" : "")}");
        }

        if (b.OwnedBy != a.OwnedBy)
        {
            // Let go before its owner goes, taken by the new one when that is there.
            if (b.OwnedBy is not null) steps.Catalogue(Phase.DropKeys, change, SequenceText.Own(b with { OwnedBy = null }));
            if (a.OwnedBy is not null) steps.Catalogue(Phase.Keys, change, SequenceText.Own(a));
        }
    }

    private void Enum(Change.Alter change, EnumType before, EnumType after)
    {
        if (before.Values == after.Values) return;
        if (!OnlyAdds(before, after))
        {
            new EnumSwap(state, steps).Plan(change, before, after);
            return;
        }

        for (var i = 0; i < after.Values.Count; i++)
        {
            if (before.Values.Contains(after.Values[i])) continue;
            // Placed by a value that is there already: the one before, or the first of all.
            var place = i > 0
                ? $" AFTER {PostgreSqlText.Literal(state.FormerLabel(after.Name, after.Values[i - 1]))}"
                : $" BEFORE {PostgreSqlText.Literal(state.FormerLabel(after.Name, before.Values[0]))}";
            if (before.Values.IsEmpty && i == 0) place = "";
            steps.Add(Phase.EnumValues,
                PlanSteps.Brief(change.ToString(), change.Id,
                    $"ALTER TYPE {Q(state.Former(after.Name))} ADD VALUE IF NOT EXISTS "
                        + $"{PostgreSqlText.Literal(after.Values[i])}{place}") with
            {
                Lock = LockMode.BlocksDdl, Transaction = TransactionMode.Alone,
                Reverse = new(ReverseKind.Sql, "a new type without the value"),
            });
        }
    }

    private void Domain(Change.Alter change, Domain b, Domain a)
    {
        if (b.Type != a.Type || b.Collation != a.Collation)
            throw PlanState.CannotPlan(change.Id, change.ToString(), "the type under a domain cannot be changed while columns use it");
        var head = $"ALTER DOMAIN {Q(a.Name)}";
        if (b.Default?.Canonical != a.Default?.Canonical)
            steps.Catalogue(Phase.Alter, change, a.Default is { } value ? $"{head} SET DEFAULT {value.Text}" : $"{head} DROP DEFAULT");
        if (b.Nullable == a.Nullable) return;
        if (a.Nullable) steps.Catalogue(Phase.Alter, change, $"{head} DROP NOT NULL");
        else
        {
            RefuseInside(change, a.Name);
            steps.Add(Phase.Online, PlanSteps.Brief(change.ToString(), change.Id, $"{head} SET NOT NULL", null,
                PlanHazards.BlocksWrites(change.Id, change.ToString(), a.Name),
                PlanHazards.MayFail(change.Id, change.ToString(), a.Name, "a column of the domain is NULL")) with
            {
                Transaction = TransactionMode.Alone, Lock = LockMode.BlocksWrites, Rows = RowAccess.Scan,
            });
        }
    }

    // The server looks for values of a domain in columns of its own, and refuses where they may be inside something else.
    private void RefuseInside(Change change, QualifiedName domain)
    {
        if (RowTypes.Holder(state.To, domain, inside: true) is { } path)
            throw PlanState.CannotPlan(change.Id, change.ToString(),
                $"{path} holds values of it inside others, which the server cannot check");
    }

    private void Composite(Change.Alter change, CompositeType b, CompositeType a)
    {
        if (b.Attributes == a.Attributes) return;
        if (CompositeWork.IsReplaced(state, change))
        {
            CompositeWork.Replace(steps, change);
            return;
        }

        var user = CompositeWork.Keeper(state, a);
        var old = b.Attributes.ToDictionary(x => x.Name);
        // Values that are there need not be written for attributes that come or go: one that they lack is NULL.
        if (user is not null && CompositeWork.Retypes(b, a))
            throw PlanState.CannotPlan(change.Id, change.ToString(), $"{user} holds values of it; "
                + "add an attribute of the new type, fill it, and drop this one when nobody reads it any more");
        var head = $"ALTER TYPE {Q(a.Name)}";
        // Before a table that comes holds values of it; what it is made of has to be there by then.
        var phase = user is null && !a.Attributes.Any(x => CompositeWork.IsNew(state, x)) ? Phase.MakeRoom : Phase.Alter;
        if (!CompositeWork.OnlyAdds(b, a))
            throw PlanState.CannotPlan(change.Id, change.ToString(), "attributes can only be added at the end");
        foreach (var gone in CompositeWork.Gone(b, a))
        {
            CompositeWork.RefuseIndexed(state, change, a, gone);
            steps.Catalogue(phase, change, $"{head} DROP ATTRIBUTE {Q(gone)}", null,
                user is null ? [] : [PlanHazards.Loses(change.Id, $"dropping attribute {a.Name}.{gone}")]);
        }

        foreach (var attribute in a.Attributes) Attribute(phase, change, a.Name, old.GetValueOrDefault(attribute.Name), attribute);
    }

    private void Attribute(Phase phase, Change change, QualifiedName type, CompositeAttribute? was, CompositeAttribute attribute)
    {
        var head = $"ALTER TYPE {Q(type)}";
        if (was is null) steps.Catalogue(phase, change, $"{head} ADD ATTRIBUTE {TypeText.Attribute(attribute)}");
        else if (was != attribute with { Comment = was.Comment })
            steps.Catalogue(phase, change,
                $"{head} ALTER ATTRIBUTE {Q(attribute.Name)} TYPE "
                    + $"{attribute.Type.Native}{(attribute.Collation is { } c ? $" COLLATE {ColumnText.Collation(c)}" : "")}");
        if (was?.Comment != attribute.Comment)
            steps.Catalogue(phase, change, CommentText.Set(type, attribute.Name, attribute.Comment),
                was is null ? null : CommentText.Set(type, attribute.Name, was.Comment));
    }

    private void Extension(Change.Alter change, Extension b, Extension a)
    {
        if (a.Version is not null && b.Version != a.Version)
            steps.Catalogue(Phase.Create, change,
                $"ALTER EXTENSION {Q(a.Name)} UPDATE{(a.Version is { } version ? $" TO {PostgreSqlText.Literal(version)}" : "")}",
                null, PlanHazards.Extension(change));
        if (a.Schema is not null && b.Schema != a.Schema)
            throw PlanState.CannotPlan(change.Id, change.ToString(), "an extension cannot be moved to another schema while objects use it");
    }

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
