namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Declared renames and drops that contradict what is declared.</summary>
internal static class IntentChecks
{
    public static void Run(DeclaredSchema schema)
    {
        var renamed = new Dictionary<ObjectId, ObjectId>();
        foreach (var (intent, place) in schema.Intents)
        {
            var former = intent.FormerId;
            if (former.Name.ToString().Trim().Length == 0)
            {
                schema.Context.Report(AttributeDiagnostics.EmptyName, place,
                    intent.Kind == IntentKind.Dropped ? "[Dropped]" : "[RenamedFrom]");
                continue;
            }

            var exists = Exists(schema, former);
            if (intent.Kind == IntentKind.Dropped)
            {
                if (exists) schema.Context.Report(ModelDiagnostics.DroppedStillDeclared, place, former.ToString());
                continue;
            }

            if (exists) schema.Context.Report(ModelDiagnostics.RenameSourceExists, place, intent.Subject.ToString(), former.QualifiedKey);
            if (renamed.TryGetValue(former, out var other) && other != intent.Subject)
            {
                schema.Context.Report(ModelDiagnostics.RenamedTwice, place, other.ToString(),
                    intent.Subject.ToString(), former.QualifiedKey);
            }
            else
            {
                renamed[former] = intent.Subject;
            }
        }
    }

    // In exactly that case: a difference in case alone is a rename.
    private static bool Exists(DeclaredSchema schema, ObjectId former)
    {
        if (former.Kind == ObjectKind.Schema)
            return schema.Tables.Any(t => t.Table.Name.Schema == former.Name)
                || schema.Others.Any(o => ForeignIntents.Keeps(ObjectId.Of(o.Object), former));
        if (former.Kind == ObjectKind.EnumLabel)
            return schema.Others.Any(o =>
                o.Object is EnumType type && type.Name == former.OwnerName && type.Values.Contains(former.Name.Value));
        if (former.Kind.IsPart && former.Kind != ObjectKind.Column)
            return schema.Tables.Where(t => t.Table.Name == former.OwnerName).Select(t => (TopLevelObject)t.Table)
                .Concat(schema.Others.Select(o => o.Object))
                .Any(o => o.Name == former.OwnerName && o.Children.Any(c => ObjectId.Of(o.Name, c) == former));
        if (MovedObjects.Holds(former.Kind)) return schema.Others.Any(o => ObjectId.Of(o.Object) == former);
        if (former.Kind == ObjectKind.Table) return schema.Tables.Any(t => t.Table.Name == former.QualifiedName);
        return schema.Tables.FirstOrDefault(t => t.Table.Name == former.OwnerName)?.Table.Column(former.Name) is not null;
    }
}
