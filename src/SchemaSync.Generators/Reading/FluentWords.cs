namespace SchemaSync.Generators.Reading;

/// <summary>
/// What the fluent API of Entity Framework says, and which attribute says the same. docs/entity-framework.md has the same table.
/// </summary>
internal static class FluentWords
{
    /// <summary>Calls that make another database, with the attribute for it; without one where none is.</summary>
    private static readonly Dictionary<string, string?> Calls = new(StringComparer.Ordinal)
    {
        ["Entity<>"] = "a DbSet, or [Table]",
        ["Property<>"] = "a property",
        ["Ignore"] = "[NotMapped]",
        ["ToTable"] = "[Table]",
        ["HasDefaultSchema"] = "[assembly: DefaultSchema]",
        ["HasKey"] = "[PrimaryKey]",
        ["HasNoKey"] = "[Keyless]",
        ["HasAlternateKey"] = "[Unique]",
        ["HasColumnName"] = "[Column]",
        ["HasColumnType"] = "[Column(TypeName = …)]",
        ["HasMaxLength"] = "[MaxLength]",
        ["HasPrecision"] = "[Precision]",
        ["IsRequired"] = "[Required]",
        ["IsRowVersion"] = "[Timestamp]",
        ["HasDefaultValue"] = "[Default]",
        ["HasDefaultValueSql"] = "[DefaultSql]",
        ["HasComputedColumnSql"] = "[Computed]",
        ["HasComment"] = "[Comment]",
        ["UseCollation"] = "[Collation]",
        ["HasConversion"] = "[assembly: ColumnType]",
        ["ValueGeneratedNever"] = "[DatabaseGenerated(DatabaseGeneratedOption.None)]",
        ["ValueGeneratedOnAdd"] = "[DatabaseGenerated(DatabaseGeneratedOption.Identity)]",
        ["HasIndex"] = "[Index]",
        ["HasDatabaseName"] = "Name of [Index]",
        ["IsDescending"] = "IsDescending of [Index]",
        ["HasFilter"] = "Where of SchemaSync's [Index]",
        ["HasMethod"] = "Method of SchemaSync's [Index]",
        ["IncludeProperties"] = "Include of SchemaSync's [Index]",
        ["HasOne"] = "navigations, [InverseProperty]",
        ["HasMany"] = "navigations, [InverseProperty]",
        ["HasForeignKey"] = "[ForeignKey]",
        ["OnDelete"] = "[DeleteBehavior]",
        ["OwnsOne"] = "[Owned]",
        ["OwnsMany"] = "[Owned]",
        ["ComplexProperty"] = "[ComplexType]",
        ["UseTptMappingStrategy"] = "[Table] on each class",
        ["HasCheckConstraint"] = "[Check]",
        ["HasSequence"] = "[assembly: Sequence]",
        ["HasPostgresExtension"] = "[assembly: Extension]",
        ["HasPostgresEnum"] = "[EnumType]",
        ["HaveMaxLength"] = "[MaxLength]",
        ["HavePrecision"] = "[Precision]",
        ["HaveColumnType"] = "[assembly: ColumnType]",
        ["HaveConversion"] = "[assembly: ColumnType]",
        ["HasPrincipalKey"] = null,
        ["HasConstraintName"] = null,
        ["HasName"] = null,
        ["HasDiscriminator"] = null,
        ["HasValue"] = null,
        ["SplitToTable"] = null,
        ["ToJson"] = null,
        ["ToView"] = null,
        ["UseHiLo"] = null,
        ["UseIdentityAlwaysColumn"] = null,
        ["UseSequence"] = null,
        ["UseTpcMappingStrategy"] = null,
        ["UsingEntity"] = null,
    };

    /// <summary>Calls after which the database is the same.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "Entity", "Property", "Navigation", "WithOne", "WithMany", "WithOwner", "IsUnique", "IsUnicode", "IsConcurrencyToken",
        "UsePropertyAccessMode", "SetPropertyAccessMode", "HasField", "AutoInclude", "EnableLazyLoading", "FindNavigation",
        "HasChangeTrackingStrategy", "HasValueGenerator", "HasData", "HasQueryFilter", "HasDbFunction", "HasTranslation", "HasSentinel",
        "HasSchema", "HasParameter", "UseIdentityByDefaultColumn", "UseIdentityByDefaultColumns", "UseIdentityColumn", "UseIdentityColumns",
        "UseSerialColumn", "ApplyConfiguration", "ApplyConfigurationsFromAssembly", "Metadata",
    };

    // Inside of their lambdas more is configured; any other lambda is about rows.
    private static readonly HashSet<string> Outer = new(StringComparer.Ordinal)
    {
        "Entity", "OwnsOne", "OwnsMany", "ComplexProperty", "UsingEntity", "ToTable", "SplitToTable", "Property",
    };

    public static bool IsKnown(string call) => Calls.ContainsKey(call);

    public static bool IsSilent(string call) => Silent.Contains(call);

    public static bool IsOuter(string call) => Outer.Contains(call);

    /// <summary>The attribute that says what a call says.</summary>
    public static string Attribute(string call) => Calls.TryGetValue(call, out var found) && found is not null ? found : "by import alone";
}
