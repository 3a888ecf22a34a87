namespace SchemaSync.PostgreSql.Reading;

/// <summary>Types and sequences out of catalogue rows.</summary>
internal sealed class TypeReader(CatalogRows catalog)
{
    /// <summary>A type; one that is no enum type, domain or composite type as the catalogue tells it.</summary>
    public TopLevelObject Read(TypeRow row) => row.Typtype switch
    {
        "e" => new EnumType
        {
            Name = catalog.NameOf(row),
            Values = row.Values.ToEquatableArray(),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
        },
        "d" => Domain(row),
        "c" => Composite(row),
        _ => OpaqueObject.Of(ObjectId.Top(KindOf(row), catalog.NameOf(row)),
            catalog.Printouts.GetValueOrDefault((CatalogClass.Type, row.Oid), row.Name)) with { Comment = row.Comment },
    };

    /// <summary>The kind in messages, for a type that is refused too.</summary>
    public static ObjectKind KindOf(TypeRow row) => KindOfType(row.Typtype);

    /// <summary>The kind of a type by pg_type.typtype.</summary>
    public static ObjectKind KindOfType(string code) => code switch
    {
        "e" => ObjectKind.EnumType, "d" => ObjectKind.Domain, "c" => ObjectKind.CompositeType,
        "r" => OtherKinds.RangeType, _ => OtherKinds.Type,
    };

    /// <summary>The kind of a relation.</summary>
    public static ObjectKind KindOf(RelationRow row) => KindOfRelation(row.Relkind);

    /// <summary>The kind of a relation by pg_class.relkind.</summary>
    public static ObjectKind KindOfRelation(string code) => code switch
    {
        "r" or "p" => ObjectKind.Table, "v" => ObjectKind.View, "m" => ObjectKind.MaterializedView,
        "S" => ObjectKind.Sequence, "f" => ObjectKind.ForeignTable,
        _ => OtherKinds.Relation,
    };

    /// <summary>A sequence that is an object of its own.</summary>
    public Sequence Sequence(RelationRow relation)
    {
        var row = catalog.Sequences[relation.Oid];
        var numbers = SequenceNumbers.Of(row);
        return new()
        {
            Name = catalog.NameOf(relation),
            Type = row.Type == "bigint" ? null : ColumnType.Of(row.Type),
            Start = numbers.Start,
            Increment = numbers.Increment,
            Min = numbers.Min,
            Max = numbers.Max,
            Cache = numbers.Cache,
            Cycle = row.Cycle,
            OwnedBy = Owner(row),
            Options = relation.Unlogged ? [new(StorageOptions.Unlogged)] : [],
            Comment = relation.Comment,
            Grants = AccessText.Read(relation.Access),
            Opaque = row.Table != 0 && !catalog.Relations.ContainsKey(row.Table)
                ? [new("OWNED BY", row.OtherOwner ?? "a table of an extension")] : [],
        };
    }

    private ColumnReference? Owner(SequenceRow row) =>
        catalog.Relations.TryGetValue(row.Table, out var table) ? new(catalog.NameOf(table),
            new(catalog.ColumnsOf(row.Table)[row.Column].Name)) : null;

    private Domain Domain(TypeRow row) => new()
    {
        Name = catalog.NameOf(row),
        Type = ColumnType.Of(row.BaseType!),
        Nullable = !row.NotNull,
        Default = Canonical.OrNull(row.Default),
        Collation = row.Collation,
        CheckConstraints = catalog.DomainChecks[row.Oid].OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new CheckConstraint
        {
            Name = new(c.Name), Expression = Canonical.Expression(c.Expression), NotValid = !c.Validated, Comment = c.Comment,
        }).ToEquatableArray(),
        Comment = row.Comment,
        Grants = AccessText.Read(row.Access),
    };

    private CompositeType Composite(TypeRow row)
    {
        var attributes = catalog.Attributes[row.Relation].OrderBy(a => a.Number).ToList();
        return new()
        {
            Name = catalog.NameOf(row),
            Attributes = attributes
                .Select(a => new CompositeAttribute(new(a.Name), ColumnType.Of(a.Type), a.Collation) { Comment = a.Comment })
                .ToEquatableArray(),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
        };
    }
}
