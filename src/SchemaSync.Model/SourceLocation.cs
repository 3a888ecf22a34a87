namespace SchemaSync.Model;

/// <summary>Where an object is declared in C#; lines and columns count from 1, as MSBuild prints them.</summary>
/// <param name="File">Path relative to the project where possible, so that no machine's paths enter an assembly.</param>
public sealed record SourceLocation(string File, int Line, int Column, int EndLine, int EndColumn) : IFacets
{
    /// <summary>The assembly whose project the path is relative to, where nobody knows that project's folder: a package.</summary>
    public string? Assembly { get; init; }

    /// <summary>The canonical MSBuild prefix.</summary>
    public override string ToString() => $"{(Assembly is null ? "" : Assembly + ": ")}{File}({Line},{Column},{EndLine},{EndColumn})";

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("assembly", Assembly);
        writer.Text("file", File);
        writer.Number("line", Line);
        writer.Number("column", Column);
        writer.Number("endLine", EndLine);
        writer.Number("endColumn", EndColumn);
    }
}
