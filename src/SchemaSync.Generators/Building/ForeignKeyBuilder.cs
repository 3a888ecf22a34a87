namespace SchemaSync.Generators.Building;

/// <summary>Foreign keys: ours on property or class, and the standard attribute between a property and its navigation.</summary>
internal static class ForeignKeyBuilder
{
    // EF Core's DeleteBehavior by number; what EF does on the client is nothing to the database.
    private static readonly ReferentialAction[] DeleteBehaviors =
    [
        ReferentialAction.NoAction, ReferentialAction.Restrict, ReferentialAction.SetNull, ReferentialAction.Cascade,
        ReferentialAction.NoAction, ReferentialAction.NoAction, ReferentialAction.NoAction,
    ];

    public static IEnumerable<ForeignKey> Build(TypeDeclaration type, TableHead head,
        BuildContext context, Action<SchemaPart, Place> placed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, place) in OnClass(type, head, context).Concat(OnMembers(type, head, context))
            .Concat(Navigations.Build(type, head, context)))
        {
            // A property and its navigation may both say the same.
            if (!seen.Add($"{string.Join(",", key.Columns)}>{key.ReferencedTable}")) continue;
            placed(key, place);
            yield return key;
        }
    }

    /// <summary>The action that EF Core's [DeleteBehavior] on a navigation stands for.</summary>
    public static ReferentialAction DeleteBehavior(MemberDeclaration navigation, BuildContext context) =>
        DeleteBehavior(context.One(navigation.Attributes, AttributeKind.DeleteBehavior)?.Number("Behavior") ?? 0);

    /// <summary>The action of a number of EF Core's enum.</summary>
    public static ReferentialAction DeleteBehavior(long number) =>
        number >= 0 && number < DeleteBehaviors.Length ? DeleteBehaviors[number] : ReferentialAction.NoAction;

    private static IEnumerable<(ForeignKey Key, Place Place)> OnClass(TypeDeclaration type, TableHead head, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(type.Attributes, AttributeKind.ForeignKey),
            u => u.Text("Name") ?? string.Join(",", u.Texts("Columns"))))
        {
            if (use.Texts("Columns").IsEmpty)
            {
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display,
                    $"table {head.Display}", "on a class it needs Columns");
            }

            var columns = IndexParts.Columns(use, use.Texts("Columns"), head, context);
            if (!columns.IsEmpty && Build(use, columns, head, context) is { } key) yield return (key, use.Place);
        }
    }

    private static IEnumerable<(ForeignKey Key, Place Place)> OnMembers(TypeDeclaration type, TableHead head, BuildContext context)
    {
        foreach (var member in type.Members.AsEnumerable())
        {
            var uses = context.Many(member.Attributes, AttributeKind.ForeignKey);
            if (uses.Count == 0 || head.OfProperty(member.Name) is not { } column) continue;
            foreach (var use in BuildContext.Winners(uses, u => u.Text("Name") ?? ""))
            {
                if (!use.Texts("Columns").IsEmpty)
                {
                    context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, $"column {head.Display}.{column.Column}",
                        "on a property it takes no Columns; put it on the class");
                }

                if (Build(use, [new(column.Column)], head, context) is { } key) yield return (key, member.Place);
            }
        }
    }

    private static string Subject(TableHead head, EquatableArray<Identifier> columns) =>
        $"foreign key of {head.Display} ({string.Join(", ", columns)})";

    private static ForeignKey? Build(AttributeUse use, EquatableArray<Identifier> columns, TableHead head, BuildContext context)
    {
        var subject = Subject(head, columns);
        var table = use["Table"];
        var target = Target(table, head.Table.Schema, context);
        var references = use.Texts("References");
        var isOutside = target is null && table?.Kind == ConstantKind.Text && SchemaNames.Outside(table.Text, context) is not null;
        if (target is null && !isOutside)
        {
            if (IsElsewhere(table, context))
            {
                const string Advice = "refer to a table of this one, or put a name that holds a point into double quotes";
                context.Unsupported(use.Place, subject, $"the table {table!.Text} of another schema or database", Advice);
                return null;
            }

            context.Report(ModelDiagnostics.UnknownTable, use.Place, subject,
                table is null ? "" : table.Member.Length > 0 ? table.Member : table.Text);
            if (references.IsEmpty) return null;
        }

        var name = target?.Table ?? (table?.Kind == ConstantKind.Text ? context.Reference(table.Text, head.Table.Schema) : null);
        return name is null ? null : Referring(use, columns, target, isOutside, name.Value, head, context);
    }

    private static ForeignKey? Referring(AttributeUse use, EquatableArray<Identifier> columns, TableHead? target, bool isOutside,
        QualifiedName name, TableHead head, BuildContext context)
    {
        var subject = Subject(head, columns);
        var references = use.Texts("References");
        var referenced = Referenced(use, references, target, context);
        // The key of a table of others is the server's to say.
        if (referenced.IsEmpty && !isOutside) return null;
        if (!referenced.IsEmpty && referenced.Count != columns.Count)
        {
            context.Report(ModelDiagnostics.ForeignKeyCount, use.Place, subject, Count(columns), Count(referenced));
        }

        var key = new ForeignKey
        {
            Name = new(use.Text("Name") ?? ""),
            Columns = columns,
            ReferencedTable = name,
            ReferencedColumns = referenced,
            OnDelete = context.Choice<ReferentialAction>(use, "OnDelete", subject),
            OnUpdate = context.Choice<ReferentialAction>(use, "OnUpdate", subject),
            Deferrability = context.Choice<Deferrability>(use, "Deferrability", subject),
            Match = context.Choice<ForeignKeyMatch>(use, "Match", subject),
            OnDeleteColumns = IndexParts.Columns(use, use.Texts("OnDeleteColumns"), head, context),
            NotValid = use.Flag("NotValid"),
            NotEnforced = use.Flag("NotEnforced"),
            Period = use.Flag("Period"),
            Comment = use.Text("Comment"),
        };
        Supported(key, use, subject, context);
        return key;
    }

    // No foreign key leads out of a file.
    private static bool IsElsewhere(ConstantValue? table, BuildContext context) =>
        !context.Profile.Has(Feature.OutsideKeys) && table?.Kind == ConstantKind.Text
            && SchemaNames.Parse(table.Text) is { IsQualified: true };

    private static TableHead? Target(ConstantValue? table, Identifier home, BuildContext context) => table switch
    {
        { Kind: ConstantKind.Type } => context.Heads.ByType(context.Profile.Name, table.Text),
        { Kind: ConstantKind.Text } => context.Heads.ByText(context.Profile.Name, table.Text, home),
        _ => null,
    };

    private static EquatableArray<Identifier> Referenced(AttributeUse use,
        EquatableArray<string> references, TableHead? target, BuildContext context)
    {
        if (target is null) return references.Select(r => new Identifier(r)).ToEquatableArray();
        if (!references.IsEmpty) return IndexParts.Columns(use, references, target, context);
        if (target.PrimaryKey.IsEmpty)
            context.Report(ModelDiagnostics.ForeignKeyTarget, use.Place, use.Display, target.Display, "no primary key");
        return target.PrimaryKey.Select(c => new Identifier(c)).ToEquatableArray();
    }

    private static void Supported(ForeignKey key, AttributeUse use, string subject, BuildContext context)
    {
        context.Supports(use, subject);
        var setsDefault = key.OnDelete == ReferentialAction.SetDefault || key.OnUpdate == ReferentialAction.SetDefault;
        context.Needs(Feature.SetDefaultAction, setsDefault, use.Place, subject, "SET DEFAULT", "choose another action");
        if (!key.OnDeleteColumns.IsEmpty && key.OnDelete is not (ReferentialAction.SetNull or ReferentialAction.SetDefault))
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                "OnDeleteColumns is for OnDelete = SetNull or SetDefault only");
        }
    }

    private static string Count(EquatableArray<Identifier> columns) => Count(columns.Count);

    /// <summary>How many columns, in words.</summary>
    public static string Count(int columns) => columns == 1 ? "1 column" : $"{columns} columns";
}
