namespace SchemaSync.Scaffolding.Naming;

/// <summary>Names that mean something else where a class or property stands.</summary>
internal static class ReservedNames
{
    /// <summary>What a class may not be called: what the written files use, and what is no file's name on some systems.</summary>
    public static IReadOnlyList<string> OfClasses { get; } =
    [
        "System", "SchemaSync", "Attribute", "Type", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid",
        "Conventions", "DataAccess", "Deferrability", "DroppedKind", "EventState", "ForeignKeyMatch", "Naming", "NullsOrder",
        "ParallelSafety", "PolicyCommand", "Provider", "ReferentialAction", "RoutineSecurity", "TriggerEvent", "TriggerState",
        "TriggerTiming",
        "ViewAlgorithm", "ViewCheckOption", "Volatility", "DatabaseGeneratedOption", SchemaFile,
        "con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>The file of what belongs to no class.</summary>
    public const string SchemaFile = "SchemaObjects";

    /// <summary>What a property may not be called: what every object has, and the words of attributes, which see the properties.</summary>
    public static IReadOnlyList<string> OfMembers { get; } =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Deferrability",
        "ForeignKeyMatch", "PolicyCommand", "ReferentialAction", "TriggerEvent", "TriggerState", "TriggerTiming",
    ];
}
