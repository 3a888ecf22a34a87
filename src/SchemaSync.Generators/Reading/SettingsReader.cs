using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Generators.Reading;

/// <summary>The MSBuild properties the compiler passes on.</summary>
internal static class SettingsReader
{
    public static Settings Read(AnalyzerConfigOptions options)
    {
        // The SDK hands properties over in an editorconfig file, where a semicolon begins a comment: our targets pass a list with '|'.
        var list = Property(options, "SchemaSyncProviderList");
        var words = (list.Length > 0 ? list : Property(options, "SchemaSyncProvider"))
            .Split(['|', ';', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim()).Where(w => w.Length > 0).ToList();
        var directory = PathProperty(options, "_SchemaSyncProjectDir") is { Length: > 0 } given ? given : Property(options, "ProjectDir");
        return new()
        {
            Configured = words.Select(w => ProviderProfile.Find(w)?.Name).OfType<string>().Distinct().ToEquatableArray(),
            Unknown = words.Where(w => ProviderProfile.Find(w) is null).ToEquatableArray(),
            ProjectFiles = PathProperty(options, "SchemaSyncProjectFiles")
                .Split(['|'], StringSplitOptions.RemoveEmptyEntries).ToEquatableArray(),
            Composes = !string.Equals(Property(options, "SchemaSyncCompose").Trim(), "None", StringComparison.OrdinalIgnoreCase),
            // Any other word is said by the targets.
            Names = Enum.TryParse<NamesAccess>(Property(options, "SchemaSyncNames").Trim(), ignoreCase: true, out var names)
                ? names : NamesAccess.Internal,
            NamesClass = Property(options, "SchemaSyncNamesClass").Trim(),
            Pages = PathProperty(options, "_SchemaSyncPagesAddress"),
            RootNamespace = Property(options, "RootNamespace"),
            ProjectDirectory = directory.Length > 0 ? directory : Property(options, "MSBuildProjectDirectory"),
        };
    }

    // Our targets spell out what would begin a comment too.
    private static string PathProperty(AnalyzerConfigOptions options, string name) =>
        Property(options, name).Replace("?s", ";").Replace("?h", "#").Replace("?q", "?");

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value : "";
}
