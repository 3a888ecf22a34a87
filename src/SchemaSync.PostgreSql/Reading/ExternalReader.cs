namespace SchemaSync.PostgreSql.Reading;

/// <summary>What objects of ours need of others.</summary>
internal static class ExternalReader
{
    /// <summary>The references, each once, in the order of their names.</summary>
    public static EquatableArray<ExternalReference> Of(IEnumerable<DependencyRow> needed) => needed.Where(n => n.OtherSchema is not null)
        .Select(n => new ExternalReference(Id(n), n.Extension is { } extension ? new(extension) : default)).Distinct()
        .OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).ThenBy(r => r.Extension).ToEquatableArray();

    // Of collations, operators and their like the schema alone is asked for.
    private static ObjectId Id(DependencyRow row) => row.OtherName is null
        ? ObjectId.Top(ObjectKind.Schema, new(row.OtherSchema!))
        : ObjectId.Top(Kind(row), new(new(row.OtherSchema!), new(row.OtherName)), row.OtherSignature);

    private static ObjectKind Kind(DependencyRow row) => row.ReferencedClass switch
    {
        CatalogClass.Relation => TypeReader.KindOfRelation(row.OtherCode!),
        CatalogClass.Type => TypeReader.KindOfType(row.OtherCode!),
        _ => row.OtherCode switch { "p" => ObjectKind.Procedure, "a" => ObjectKind.Aggregate, _ => ObjectKind.Function },
    };
}
