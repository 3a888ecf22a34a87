namespace SchemaSync.Generators.Building;

/// <summary>A property as a column.</summary>
internal static class ColumnBuilder
{
    public static Column Build(MemberDeclaration member, TableHead head, string name, BuildContext context)
    {
        var subject = $"column {head.Display}.{name}";
        var attributes = member.Attributes;
        var isKey = head.PrimaryKey.Contains(name);
        return new()
        {
            Name = new(name),
            Type = ColumnTypes.Build(member, subject, context),
            Nullable = member.Type.Nullable && !isKey && context.One(attributes, AttributeKind.Required) is null,
            Default = Default(member, subject, context),
            Identity = Identity(member, head, name, subject, context),
            Computed = Computed(member, subject, context),
            Collation = context.One(attributes, AttributeKind.Collation, subject)?.Text("Name"),
            CharSet = CharSet(attributes, subject, context),
            Comment = Comment(attributes, subject, context),
            OnUpdate = OnUpdate(member, subject, context),
            Invisible = Part("Invisible")?.Flag("Invisible") ?? false,
            Srid = (int?)Part("Srid")?.Number("Srid"),
            Storage = Part("Storage")?.Text("Storage")?.Trim().ToUpperInvariant(),
            Compression = Part("Compression")?.Text("Compression")?.Trim(),
            Options = Part("Options") is { } use ? Options.Read(use, context.Profile.ColumnOptions, subject, context) : default,
        };

        AttributeUse? Part(string argument)
        {
            var use = member.Has(AttributeKind.Column) ? context.Giving(attributes, AttributeKind.Column, argument, subject) : null;
            if (use is not null && argument != "Options") context.Supports(use, argument, subject);
            return use;
        }
    }

    /// <summary>The comment of a table or column.</summary>
    public static string? Comment(EquatableArray<AttributeUse> attributes, string subject, BuildContext context)
    {
        if (context.One(attributes, AttributeKind.Comment, subject) is not { } use || use.Text("Text") is not { } text) return null;
        context.Needs(Feature.Comments, true, use.Place, subject, "a comment", "remove it, or limit it with Provider");
        return text;
    }

    private static string? CharSet(EquatableArray<AttributeUse> attributes, string subject, BuildContext context)
    {
        if (context.One(attributes, AttributeKind.CharSet, subject) is not { } use) return null;
        context.Needs(Feature.CharSets, true, use.Place, subject, "a character set", "remove it, or limit it with Provider");
        return use.Text("Name");
    }

    private static SqlExpression? OnUpdate(MemberDeclaration member, string subject, BuildContext context)
    {
        if (context.One(member.Attributes, AttributeKind.OnUpdate, subject) is not { } use) return null;
        context.Supports(use, subject);
        if (context.One(member.Attributes, AttributeKind.Computed) is not null)
            context.Report(AttributeDiagnostics.DefaultOnComputed, use.Place, subject, use.Display);
        return Sql(use, subject, context);
    }

    private static SqlExpression? Default(MemberDeclaration member, string subject, BuildContext context)
    {
        var constant = context.One(member.Attributes, AttributeKind.Default, subject);
        var sql = context.One(member.Attributes, AttributeKind.DefaultSql, subject);
        if (constant is not null && sql is not null && constant.Providers == sql.Providers)
        {
            context.Report(AttributeDiagnostics.Conflict, sql.Place, subject, "a default", context.Profile.Name);
        }

        // The one for particular providers wins over the general one, whichever kind it is.
        if (sql is not null && (constant is null || sql.Providers != 0)) return Sql(sql, subject, context);
        return constant is null ? null : Constant(constant, member, subject, context);
    }

    private static SqlExpression? Constant(AttributeUse use, MemberDeclaration member, string subject, BuildContext context)
    {
        var value = use["Value"] ?? ConstantValue.Null;
        var native = context.Giving(member.Attributes, AttributeKind.Column, "Type")?.Text("Type");
        var custom = native is null && member.Type is { IsArray: false, IsEnum: true, Custom: { } c }
            && CustomColumnTypes.Of(member, "", context.Silent) is not null ? c : null;
        var word = custom is null ? null : CustomColumnTypes.Word(custom, value, context);
        var literal = custom is null || value.Kind == ConstantKind.Null ? SqlLiteral.Of(value, member.Type, native, context.Profile)
            : word is null ? null
            : SqlLiteral.Quote(word, context.Profile);
        if (literal is not null) return new(literal);
        var shown = value.Kind == ConstantKind.Text ? $"\"{value.Text}\"" : value.Text;
        context.Report(AttributeDiagnostics.InvalidDefault, use.Place, shown, subject, member.Type.Display);
        return null;
    }

    private static Identity? Identity(MemberDeclaration member, TableHead head, string name, string subject, BuildContext context)
    {
        if (context.One(member.Attributes, AttributeKind.Identity, subject) is not { } use) return null;
        var whole = member.Type is { IsArray: false, IsEnum: false, Logical: >= LogicalType.Byte and <= LogicalType.UInt64 };
        if (!whole && context.Giving(member.Attributes, AttributeKind.Column, "Type") is null)
        {
            // Entity Framework makes such a value itself, and asks the database for nothing.
            if (use.IsStandard && member.Type is { IsArray: false, Logical: LogicalType.Guid or LogicalType.String or LogicalType.Binary })
            {
                context.Report(AttributeDiagnostics.NotHonoured, use.Place, "DatabaseGeneratedOption.Identity", use.Display, subject);
                return null;
            }

            context.Report(AttributeDiagnostics.InvalidIdentity, use.Place, subject,
                member.Type.Display, "only whole numbers can be numbered", use.Display);
        }
        else if (context.Profile.IdentityOnPrimaryKeyOnly && context.IsConfigured
            && (head.PrimaryKey.Count != 1 || head.PrimaryKey[0] != name))
        {
            context.Report(AttributeDiagnostics.InvalidIdentity, use.Place, subject, context.Profile.Name,
                "it numbers only the column that is the primary key by itself", use.Display);
        }

        context.Supports(use, subject);
        return new(use.Number("Start"), use.Number("Increment"))
        {
            Always = use.Flag("Always"),
            Min = use.Number("Min"),
            Max = use.Number("Max"),
            Cache = use.Number("Cache"),
            Cycle = use.Flag("Cycle"),
        };
    }

    private static Computed? Computed(MemberDeclaration member, string subject, BuildContext context)
    {
        if (context.One(member.Attributes, AttributeKind.Computed, subject) is not { } use || Sql(use, subject, context) is not { } sql)
            return null;
        foreach (var kind in new[] { AttributeKind.Default, AttributeKind.DefaultSql, AttributeKind.Identity })
        {
            if (context.One(member.Attributes, kind) is { } other)
            {
                context.Report(AttributeDiagnostics.DefaultOnComputed, other.Place, subject, other.Display);
            }
        }

        var stored = use.Flag("Stored");
        context.Needs(Feature.VirtualComputed, !stored, use.Place, subject, "a computed column that is not stored", "set Stored = true");
        return new(sql, stored);
    }

    private static SqlExpression? Sql(AttributeUse use, string subject, BuildContext context)
    {
        if (use.Text("Sql") is { } sql && sql.Trim().Length > 0) return new(sql.Trim());
        context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
        return null;
    }
}
