namespace SchemaSync.Scaffolding;

/// <summary>How classes and properties are called.</summary>
public enum ScaffoldNaming
{
    /// <summary>In Pascal case: <c>order_lines</c> is <c>OrderLines</c>.</summary>
    Pascal,
    /// <summary>In Pascal case, a class in the singular: <c>order_lines</c> is <c>OrderLine</c>.</summary>
    Singular,
    /// <summary>As in the database, as far as C# takes it.</summary>
    Keep,
}

/// <summary>What the written C# looks like.</summary>
public sealed record ScaffoldOptions
{
    /// <summary>The namespace of every class.</summary>
    public required string Namespace { get; init; }

    /// <summary>How classes and properties are called.</summary>
    public ScaffoldNaming Naming { get; init; }

    /// <summary>Whether a text that may be missing is a <c>string?</c>.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>Whether all classes are in one file.</summary>
    public bool OneFile { get; init; }

    /// <summary>The folder of the files seen from the project, such as <c>Schema</c>; empty where it is the project's own.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Patterns of names of tables and views, with <c>*</c> and <c>?</c>; all where none is given.</summary>
    public EquatableArray<string> Include { get; init; }

    /// <summary>The same of those that are left out.</summary>
    public EquatableArray<string> Exclude { get; init; }
}

/// <summary>A file of the scaffold.</summary>
/// <param name="Path">Below the output folder, with slashes.</param>
/// <param name="Text">What is in it.</param>
public sealed record ScaffoldedFile(string Path, string Text);

/// <summary>What a schema became.</summary>
/// <param name="Files">The files.</param>
/// <param name="Missing">What attributes cannot say, one for each object.</param>
public sealed record Scaffolded(IReadOnlyList<ScaffoldedFile> Files, IReadOnlyList<Diagnostic> Missing);
