namespace SchemaSync.Generators.Declarations;

/// <summary>What the project says, apart from its classes.</summary>
internal sealed record Settings
{
    /// <summary>The providers of <c>SchemaSyncProvider</c>; empty when the property is.</summary>
    public EquatableArray<string> Configured { get; init; }

    /// <summary>Words of <c>SchemaSyncProvider</c> that are no provider.</summary>
    public EquatableArray<string> Unknown { get; init; }

    /// <summary>Whether the declarations of references belong to this schema.</summary>
    public bool Composes { get; init; } = true;

    /// <summary>The projects that references come from, as <c>assembly=file</c>.</summary>
    public EquatableArray<string> ProjectFiles { get; init; }

    /// <summary>Who may use the generated names.</summary>
    public NamesAccess Names { get; init; }

    /// <summary>What the class of the generated names is called, in the root namespace or with one; empty where nobody says.</summary>
    public string NamesClass { get; init; } = "";

    /// <summary>The address of the folder that has a page for each code, with a slash at its end; empty where nobody says.</summary>
    public string Pages { get; init; } = "";

    public string RootNamespace { get; init; } = "";

    public string ProjectDirectory { get; init; } = "";

    /// <summary>The folder of the project that an assembly comes from; null where nobody knows it.</summary>
    public string? FolderOf(string assembly) =>
        ProjectFiles.FirstOrDefault(f => f.StartsWith(assembly + "=", StringComparison.OrdinalIgnoreCase)) is { } found
            ? System.IO.Path.GetDirectoryName(found.Substring(assembly.Length + 1)) : null;

    /// <summary>The providers a model is emitted for.</summary>
    public EquatableArray<string> Providers => Configured.IsEmpty ? ProviderNames.All : Configured;
}

/// <summary>Who sees the generated names.</summary>
internal enum NamesAccess
{
    /// <summary>The project alone.</summary>
    Internal,
    /// <summary>Whoever refers to it.</summary>
    Public,
    /// <summary>There are none.</summary>
    None,
}

/// <summary>A file among the project's <c>AdditionalFiles</c>.</summary>
/// <param name="Path">Relative to the project where it is beneath it, with forward slashes.</param>
internal sealed record SqlFile(string Path, string Text);

/// <summary>The bits of <c>SchemaSync.Provider</c>.</summary>
internal static class ProviderBits
{
    public static int Of(string provider) => ProviderProfile.Find(provider)!.Bit;

    public static bool Holds(this AttributeUse use, int bit) => use.Providers == 0 || (use.Providers & bit) != 0;
}
