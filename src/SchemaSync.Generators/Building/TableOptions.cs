namespace SchemaSync.Generators.Building;

/// <summary>Options of a table: those with an attribute of their own, and those by name.</summary>
internal static class TableOptions
{
    private static readonly (AttributeKind Kind, string Option)[] Flags =
    [
        (AttributeKind.Strict, SqliteProfile.Strict), (AttributeKind.WithoutRowid, SqliteProfile.WithoutRowid),
        (AttributeKind.Unlogged, PostgreSqlProfile.Unlogged), (AttributeKind.RowLevelSecurity, PostgreSqlProfile.RowLevelSecurity),
    ];

    private static readonly (AttributeKind Kind, string Option)[] Named =
        [(AttributeKind.CharSet, MySqlProfile.CharSet), (AttributeKind.Collation, MySqlProfile.Collate)];

    public static EquatableArray<TableOption> Build(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var subject = $"table {head.Display}";
        var options = Marked(type, subject, context);
        foreach (var (kind, option) in Named)
        {
            if (context.One(type.Attributes, kind, subject) is not { } use) continue;
            if (Options.One(option, use.Text("Name") ?? "", use, context.Profile.TableOptions, subject, context) is { } named)
                options.Add(named);
        }

        foreach (var use in BuildContext.Winners(context.Many(type.Attributes, AttributeKind.TableOption), u => u.Text("Name") ?? ""))
        {
            if (Options.One(use.Text("Name") ?? "", use.Text("Value") ?? "", use,
                context.Profile.TableOptions, subject, context) is not { } named) continue;
            if (options.Exists(o => o.Name == named.Name))
                context.Report(AttributeDiagnostics.Conflict, use.Place, subject, $"the option {named.Name}", context.Profile.Name);
            else options.Add(named);
        }

        return options.Count == 0 ? default : Options.Sorted(options);
    }

    private static List<TableOption> Marked(TypeDeclaration type, string subject, BuildContext context)
    {
        var options = new List<TableOption>();
        foreach (var (kind, option) in Flags)
        {
            if (context.One(type.Attributes, kind, subject) is not { } use) continue;
            options.Add(new(option));
            if (context.Profile.TableOptions.Find(option) is null)
                context.Unsupported(use.Place, subject, use.Display, $"limit it with Provider = Provider.{Owner(option)}");
            if (use.Flag("Force")) options.Add(new(PostgreSqlProfile.ForceRowLevelSecurity));
        }

        return options;
    }

    private static string Owner(string option) => ProviderProfile.All.First(p => p.TableOptions.Find(option) is not null).Name;
}
