namespace SchemaSync.PostgreSql.Kinds;

/// <summary>Kinds that the server has and no snapshot holds.</summary>
internal static class OtherKinds
{
    /// <summary>A relation of a kind that is not known here.</summary>
    public static ObjectKind Relation { get; } = ObjectKind.Of("relation");

    /// <summary>A range type.</summary>
    public static ObjectKind RangeType { get; } = ObjectKind.Of("range type");

    /// <summary>A type whose representation is not SQL.</summary>
    public static ObjectKind Type { get; } = ObjectKind.Of("type");
}
