namespace SchemaSync.Scaffolding;

/// <summary>The first lines of a written file, which say where it comes from.</summary>
internal static class ScaffoldMark
{
    /// <summary>The lines for a database system.</summary>
    public static string Head(string provider) => $"""
        // Written by 'schemasync scaffold' from a database of {provider}. The next run writes it anew unless somebody edited it.
        // Code of your own belongs into a partial class in another file.

        """;
}
