using SchemaSync.Model;
using Index = SchemaSync.Model.Index;

namespace SchemaSync.Generators;

/// <summary>Primary key, unique constraints, checks and indexes of a table, from its class and its properties.</summary>
internal sealed class KeyBuilder(TypeDeclaration type, TableHead head, BuildContext context, Action<SchemaObject, Place> placed)
{
    public Action<SchemaObject, Place> Placed { get; } = placed;

    private string Subject => $"table {head.Table}";

    public PrimaryKey? PrimaryKey()
    {
        var onClass = context.One(type.Attributes, "PrimaryKey", Subject);
        var onMembers = (from m in type.Members
                         where !m.Attributes.IsEmpty
                         let found = context.One(m.Attributes, "PrimaryKey")
                         where found is not null
                         let column = head.OfProperty(m.Name)
                         where column is not null
                         orderby MemberColumns.Order(m, context)
                         select (Use: found, Column: column, Ordered: MemberColumns.Order(m, context) != long.MaxValue, m.Place)).ToList();
        var several = onClass is not null ? onMembers.Count > 0 : onMembers.Count > 1 && onMembers.Exists(k => !k.Ordered);
        if (several) context.Report(ModelDiagnostics.SeveralPrimaryKeys, onMembers[onMembers.Count - 1].Use.Place, head.Table);
        if (onClass is null && onMembers.Count == 0) return null;

        var use = onClass ?? onMembers[0].Use;
        var parts = onClass is null
            ? onMembers.Select(k => IndexPart.Of(k.Column.Column)).ToEquatableArray()
            : IndexParts.Read(onClass, onClass.Texts("Columns"), head, expressions: false, context);
        if (onClass is not null && onClass.Texts("Columns").IsEmpty) Misplaced(onClass, "on a class it needs the columns of the key");
        foreach (var member in onMembers.Where(k => !k.Use.Texts("Columns").IsEmpty)) Misplaced(member.Use, "on a property it takes no columns; put a composite key on the class");
        if (parts.IsEmpty) return null;
        var key = new PrimaryKey { Name = Name(use, "Name"), Columns = parts };
        Placed(key, onClass?.Place ?? onMembers[0].Place);
        return key;
    }

    public IEnumerable<UniqueConstraint> Unique()
    {
        foreach (var (use, columns, place) in Uses("Unique", Key))
        {
            var parts = IndexParts.Read(use, columns, head, expressions: false, context);
            if (parts.IsEmpty) continue;
            var unique = new UniqueConstraint { Name = Name(use, "Name"), Columns = parts };
            Placed(unique, place);
            yield return unique;
        }
    }

    public IEnumerable<CheckConstraint> Checks()
    {
        foreach (var (use, _, place) in Uses("Check", u => u.Text("Name") ?? $"{u.Place.Member}"))
        {
            if (use.Text("Sql") is not { } sql || sql.Trim().Length == 0)
            {
                context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, Subject);
                continue;
            }

            var check = new CheckConstraint { Name = Name(use, "Name"), Expression = new(sql.Trim()) };
            Placed(check, place);
            yield return check;
        }
    }

    public IEnumerable<Index> Indexes()
    {
        foreach (var (use, columns, place) in Uses("Index", Key))
        {
            var parts = IndexParts.Read(use, columns, head, expressions: true, context)
                .Select(p => p with { Collation = p.Collation ?? use.Text("Collation"), Descending = p.Descending || use.Flag("Descending") }).ToEquatableArray();
            if (parts.IsEmpty) continue;
            var unique = use.Flag("Unique");
            var name = Name(use, "Name");
            if (name.IsEmpty) name = new(Names.Index(head.Table, parts.Select(p => p.Expression?.Text ?? p.Column.Value), unique));
            var index = new Index { Name = name, Columns = parts, Unique = unique, Where = use.Text("Where") is { } where ? new(where.Trim()) : null };
            Supported(index, use);
            Placed(index, place);
            yield return index;
        }
    }

    private void Supported(Index index, AttributeUse use)
    {
        var subject = $"index {index.Name}";
        if (index.Where is not null && !context.Profile.PartialIndexes) context.Unsupported(use.Place, subject, "Where", "limit the index with Provider");
        if (index.Columns.Any(p => p.Expression is not null) && !context.Profile.ExpressionIndexes) context.Unsupported(use.Place, subject, "an expression", "index a computed column instead");
        if (index.Columns.Any(p => p.Collation is not null) && !context.Profile.IndexCollations) context.Unsupported(use.Place, subject, "a collation", "give the column that collation");
    }

    /// <summary>The attributes of a kind on the class and on each property, with the columns each is about.</summary>
    private IEnumerable<(AttributeUse Use, EquatableArray<string> Columns, Place Place)> Uses(string kind, Func<AttributeUse, string> key)
    {
        foreach (var use in BuildContext.Winners(context.Many(type.Attributes, kind), key))
        {
            if (kind != "Check" && use.Texts("Columns").IsEmpty) Misplaced(use, "on a class it needs columns");
            yield return (use, use.Texts("Columns"), use.Place);
        }

        foreach (var member in type.Members.AsEnumerable())
        {
            var uses = context.Many(member.Attributes, kind);
            if (uses.Count == 0 || head.OfProperty(member.Name) is not { } column) continue;
            foreach (var use in BuildContext.Winners(uses, u => u.Text("Name") ?? ""))
            {
                if (!use.Texts("Columns").IsEmpty) Misplaced(use, "on a property it takes no columns; put it on the class");
                yield return (use, [column.Property], member.Place);
            }
        }
    }

    private void Misplaced(AttributeUse use, string reason) =>
        context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, Subject, reason);

    private static string Key(AttributeUse use) => use.Text("Name") ?? string.Join(",", use.Texts("Columns"));

    private static Identifier Name(AttributeUse use, string argument) => new(use.Text(argument) ?? "");
}
