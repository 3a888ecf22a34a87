namespace SchemaSync.Model.Diagnostics;

/// <summary>00xx: an attribute is wrong by itself.</summary>
public static class AttributeDiagnostics
{
    /// <summary>A name is given and empty.</summary>
    public static readonly DiagnosticEntry EmptyName = new("SSY0001", Severity.Error, "Name is empty",
        "{0} has an empty name; give it a name, or leave the name out so that it comes from C#");

    /// <summary>The provider cuts or refuses the name.</summary>
    public static readonly DiagnosticEntry NameTooLong = new("SSY0002", Severity.Error, "Name is too long",
        "the name {0} is longer than {1} keeps ({2}); shorten it, or set another one with Provider = Provider.{1}");

    /// <summary>The beginning belongs to the provider or to SchemaSync.</summary>
    public static readonly DiagnosticEntry ReservedName = new("SSY0003", Severity.Error, "Name is reserved",
        "the name {0} begins with {1}, which {2} keeps for itself; choose another name");

    /// <summary>A table cannot come from a generic class.</summary>
    public static readonly DiagnosticEntry GenericType = new("SSY0004", Severity.Error, "Generic class",
        "class {0} is generic, so it would be many tables under one name; declare a class that is not generic for each table");

    /// <summary>No logical type fits the property.</summary>
    public static readonly DiagnosticEntry UnmappedType = new("SSY0005", Severity.Error, "Type has no column type",
        "property {0} has the type {1}, which no column holds by itself; say how it is stored with [Column(Type = …)], or for all such "
            + "properties with [assembly: ColumnType(typeof(…), …)], change the type, or mark the property [Ignore]");

    /// <summary>The constant is of another type.</summary>
    public static readonly DiagnosticEntry InvalidDefault = new("SSY0006", Severity.Error, "Default does not fit",
        "the default {0} of {1} is no {2}; give a constant of that type, or an expression with [DefaultSql]");

    /// <summary>The database computes the value.</summary>
    public static readonly DiagnosticEntry DefaultOnComputed = new("SSY0007", Severity.Error, "Computed column has a default",
        "{0} is computed, so it cannot have {1} as well; remove one of the two");

    /// <summary>Two declarations of one thing for one provider.</summary>
    public static readonly DiagnosticEntry Conflict = new("SSY0008", Severity.Error, "Attributes contradict each other",
        "{0} carries {1} more than once for {2}; keep one of them, or tell them apart with Provider");

    /// <summary>The provider numbers other columns only.</summary>
    public static readonly DiagnosticEntry InvalidIdentity = new("SSY0009", Severity.Error, "Column cannot be numbered",
        "{0} cannot have {3} on {1}: {2}; remove {3}, or change the column");

    /// <summary>The length is not positive, or the type has none.</summary>
    public static readonly DiagnosticEntry InvalidLength = new("SSY0010", Severity.Error, "Length does not fit",
        "[MaxLength] on {0} does not fit: {1}; use a length of at least 1 on a text or byte[]");

    /// <summary>The digits are out of range, or the type has none.</summary>
    public static readonly DiagnosticEntry InvalidPrecision = new("SSY0011", Severity.Error, "Precision does not fit",
        "[Precision] on {0} does not fit: {1}; use 1 or more digits with a scale no greater, on a decimal or a time");

    /// <summary>The declaration cannot be kept on this provider.</summary>
    public static readonly DiagnosticEntry Unsupported = new("SSY0012", Severity.Error, "Provider does not have it",
        "{0} uses {1}, which {2} does not have; {3}");

    /// <summary>The file is not known to the compiler.</summary>
    public static readonly DiagnosticEntry MissingFile = new("SSY0013", Severity.Error, "SQL file is missing",
        "{0} takes its SQL from {1}, which is not among the project's "
            + "AdditionalFiles; add <AdditionalFiles Include=\"{1}\" /> or correct the path");

    /// <summary>Neither or both were given.</summary>
    public static readonly DiagnosticEntry OneBody = new("SSY0014", Severity.Error, "SQL is missing or given twice",
        "{0} needs its SQL either as text or as File, and has {1}; give exactly one");

    /// <summary>The attribute has no meaning here.</summary>
    public static readonly DiagnosticEntry Misplaced = new("SSY0015", Severity.Error, "Attribute is at the wrong place",
        "{0} on {1} says nothing there: {2}");

    /// <summary>A standard attribute says something we cannot keep.</summary>
    public static readonly DiagnosticEntry NotHonoured =
        new("SSY0016", Severity.Warning, "Part of a standard attribute is not carried over",
        "{0} of {1} on {2} is not part of the schema that SchemaSync keeps; "
            + "remove it, or declare the same with an attribute of SchemaSync");

    /// <summary>Conditional attributes are not in metadata.</summary>
    public static readonly DiagnosticEntry ForeignBase = new("SSY0017", Severity.Warning, "Base class of another assembly tells nothing",
        "class {0} takes columns from {1} of another assembly, {2}; move the base class into this project, or repeat its properties");

    /// <summary>The MSBuild property has a word we do not know.</summary>
    public static readonly DiagnosticEntry UnknownProvider = new("SSY0018", Severity.Error, "Provider is not known",
        "SchemaSyncProvider names {0}, which is no provider; use " + ProviderNames.Choice);

    /// <summary>An expression is empty.</summary>
    public static readonly DiagnosticEntry EmptySql = new("SSY0019", Severity.Error, "SQL is empty",
        "{0} on {1} has no SQL; write the expression, or remove the attribute");

    /// <summary>The property is ignored, computed in C#, or a navigation.</summary>
    public static readonly DiagnosticEntry NotAColumn = new("SSY0020", Severity.Error, "Attribute on a property that is no column",
        "{0} on {1} says nothing, because the property is no column: {2}");

    /// <summary>The text after the column is not understood.</summary>
    public static readonly DiagnosticEntry InvalidIndexPart = new("SSY0021", Severity.Error, "Part of an index is not understood",
        "{0} in {1} of {2} is neither a column with COLLATE, ASC or DESC nor an expression in parentheses; correct it");

    /// <summary>What is there belongs to the server.</summary>
    public static readonly DiagnosticEntry SystemSchema = new("SSY0022", Severity.Error, "Schema is the system's",
        "{0} is in the schema {1}, which {2} keeps for itself; choose another schema");

    /// <summary>A table of each tenant's own does not come from a shared schema.</summary>
    public static readonly DiagnosticEntry RenamedAcrossSchemas = new("SSY0023", Severity.Error, "Earlier name says a schema",
        "[RenamedFrom] of {0} names {1}, which {2}; give the name alone, in double quotes if it holds a point itself");

    /// <summary>No row ever lacks a value there.</summary>
    public static readonly DiagnosticEntry NothingToFill = new("SSY0024", Severity.Error, "Nothing to give to rows",
        "{0} on {1} says nothing: {2}");

    /// <summary>Where a value is missing, the expression has none either.</summary>
    public static readonly DiagnosticEntry FilledFromItself = new("SSY0025", Severity.Error, "Value is computed from itself",
        "[Backfill] on {0} reads {1} itself, which is NULL in every row that gets a value; compute it from other columns");

    /// <summary>What makes it or drops it is missing.</summary>
    public static readonly DiagnosticEntry SqlObjectIncomplete = new("SSY0026", Severity.Error, "SQL object is not complete",
        "{0} has {1}; it needs the SQL that makes it and the SQL that drops it, each once: {2} = [\"…\"], or {2}File");

    /// <summary>Nothing of that name is declared.</summary>
    public static readonly DiagnosticEntry UnknownNeed = new("SSY0027", Severity.Error, "What a SQL object needs is not declared",
        "{0} depends on {1}, which is not declared; correct the name, or leave out what is not declared: it is there all the time");

    /// <summary>Two need each other.</summary>
    public static readonly DiagnosticEntry NeedsItself = new("SSY0028", Severity.Error, "SQL objects need each other",
        "{0} depends on itself ({1}), so none of them can be made first; remove one of these");

    /// <summary>A property leads to another table, and no foreign key does.</summary>
    public static readonly DiagnosticEntry LooseNavigation = new("SSY0029", Severity.Warning, "Navigation without a foreign key",
        "property {0} of class {1} leads to {2}, and no foreign key of either table does, so the database knows nothing of it; add "
            + "[ForeignKey] to the property that holds the other's key, or mark {0} [Ignore]");

    /// <summary>It names no assembly whose declarations would belong to the schema.</summary>
    public static readonly DiagnosticEntry NothingToLeaveOut = new("SSY0030", Severity.Error, "Nothing to leave out",
        "[LeaveOut] names {0}, which is no referenced assembly that declares a schema{1}; correct the name, or remove it");

    /// <summary>No table has what a derived class adds.</summary>
    public static readonly DiagnosticEntry DerivedFromTable = new("SSY0031", Severity.Warning, "Class derives from a table and is none",
        "class {0} derives from {1}, which is a table, and no table has what it adds ({2}); give {0} [Table] for a table of its own, or "
            + "[NotMapped] if it is not stored");

    /// <summary>[Key] says what the key is, not who gives it a value.</summary>
    public static readonly DiagnosticEntry KeyNotNumbered = new("SSY0032", Severity.Warning, "Key is not numbered",
        "[Key] on {1} of class {0} does not make {2} number it, as Entity Framework expects; add [Identity], or "
            + "[DatabaseGenerated(DatabaseGeneratedOption.None)] if the application gives the value");

    /// <summary>Entity Framework refuses such a class.</summary>
    public static readonly DiagnosticEntry EntityWithoutKey = new("SSY0033", Severity.Error, "Entity without a key",
        "entity {0} has no key: neither Id or {0}Id nor a property with [Key]; add one of them, or [PrimaryKey] on the class for a key of "
            + "several, or mark it [Keyless], or [Owned] if it is a part of another");

    /// <summary>Entity Framework refuses to guess.</summary>
    public static readonly DiagnosticEntry AmbiguousNavigation = new("SSY0034", Severity.Error,
        "Navigation may be of several relationships",
        "nobody can tell which relationship property {0} of class {1} to {2} belongs to, or which of the two refers to the other; add "
            + "[InverseProperty] for its other end, or [ForeignKey] at the end that refers");

    /// <summary>What it names is no other end.</summary>
    public static readonly DiagnosticEntry UnknownNavigation = new("SSY0035", Severity.Error, "Other end of a navigation is unknown",
        "{0} names {1}, which is no property of class {2} that leads back; correct the name");

    /// <summary>The compiler sees its text, and nothing runs it.</summary>
    public static readonly DiagnosticEntry ConfiguredInCode = new("SSY0036", Severity.Warning, "Model is configured in code",
        "{0} is not run when the schema is declared, which is therefore without {1}; say it with attributes and disable this warning "
            + "there, or take the whole model from the program with `schemasync import --ef-assembly`");

    /// <summary>It throws when the model is made.</summary>
    public static readonly DiagnosticEntry RefusedByEntityFramework = new("SSY0053", Severity.Error, "Entity Framework refuses a property",
        "Entity Framework refuses {0}: {1}");

    /// <summary>No row could ever be of it.</summary>
    public static readonly DiagnosticEntry AbstractEntity = new("SSY0037", Severity.Error, "Abstract entity without a class of rows",
        "entity {0} is abstract, and no class that derives from it is an entity, so no row could be one; add a DbSet of a class that "
            + "derives from it, or mark it [NotMapped]");

    /// <summary>Whether it is stored is written where the compiler does not look.</summary>
    public static readonly DiagnosticEntry SetterOutOfSight = new("SSY0038", Severity.Error, "Setter out of sight",
        "property {0} of entity {1} is in another project and has no public setter, and the compiler does not show whether it has a "
            + "private one, so nobody can tell whether Entity Framework stores it; give it [Column] there if it does, or [NotMapped]");

    /// <summary>Its attributes would be read by nobody.</summary>
    public static readonly DiagnosticEntry UnknownConfiguration = new("SSY0039", Severity.Error, "Configuration of nothing",
        "{0} speaks of {1}, which is no class that a context of this project reaches, or no property of its own; correct it, and put it "
            + "for an inherited property on the class that declares it");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        EmptyName, NameTooLong, ReservedName, GenericType, UnmappedType, InvalidDefault, DefaultOnComputed, Conflict,
        InvalidIdentity, InvalidLength, InvalidPrecision, Unsupported, MissingFile, OneBody, Misplaced, NotHonoured, ForeignBase,
        UnknownProvider, EmptySql, NotAColumn, InvalidIndexPart, SystemSchema, RenamedAcrossSchemas, NothingToFill,
        FilledFromItself, SqlObjectIncomplete, UnknownNeed, NeedsItself, LooseNavigation, NothingToLeaveOut,
        DerivedFromTable, KeyNotNumbered, EntityWithoutKey, AmbiguousNavigation, UnknownNavigation, ConfiguredInCode,
        AbstractEntity, SetterOutOfSight, UnknownConfiguration, RefusedByEntityFramework,
    ];
}
