namespace SchemaSync.Model.Diagnostics;

/// <summary>0620 to 0639: the library that applications use.</summary>
public static class LibraryDiagnostics
{
    /// <summary>A part of the schema is not in the running program.</summary>
    public static readonly DiagnosticEntry PartNotLoaded = new("SSY0620", Severity.Error, "Part of the schema is not in the program",
        "the schema of {0} is composed with {1}, which the program does not hold; refer to {1} from the program, and where it is "
            + "trimmed keep it with <TrimmerRootAssembly Include=\"{1}\" />");

    /// <summary>An option is missing, or is none of those there are.</summary>
    public static readonly DiagnosticEntry BadOption = new("SSY0621", Severity.Error, "Option of the library cannot be used",
        "{0} of SchemaSync {1}; {2}");

    /// <summary>The application has no declaration.</summary>
    public static readonly DiagnosticEntry NoDeclaration = new("SSY0622", Severity.Error, "Application declares no schema",
        "the application {0} cannot be asked for its tables ({1}); set Assembly to the one that declares them, such as "
            + "typeof(Customer).Assembly");

    /// <summary>The start-up check found a difference.</summary>
    public static readonly DiagnosticEntry NotStarted = new("SSY0623", Severity.Error, "Application is not started",
        "the application is not started, because {0}; {1}");

    /// <summary>The start-up check found a difference, and the application starts all the same.</summary>
    public static readonly DiagnosticEntry StartedAnyway = new("SSY0624", Severity.Warning, "Application starts all the same",
        "the application starts though {0}; {1}");

    /// <summary>A database in a test is not what was declared.</summary>
    public static readonly DiagnosticEntry NotAsDeclared = new("SSY0625", Severity.Error, "Database is not as declared",
        "{0} is not as declared: {1}");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
        [PartNotLoaded, BadOption, NoDeclaration, NotStarted, StartedAnyway, NotAsDeclared];
}
