namespace SchemaSync.Model.Objects;

/// <summary>One option of an object in the provider's own words.</summary>
/// <param name="Name">Such as <c>STRICT</c>, <c>ENGINE</c> or <c>fillfactor</c>.</param>
/// <param name="Value">Empty for options that are only there or not.</param>
public sealed record TableOption(string Name, string Value = "") : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("name", Name);
        writer.Text("value", Value.Length == 0 ? null : Value);
    }

    internal static TableOption Read(FacetReader reader) => new(reader.RequiredText("name"), reader.Text("value") ?? "");
}
