namespace SchemaSync.Engine;

/// <summary>An object path as members of a JSON object.</summary>
internal static class PathFacets
{
    public static void Write(FacetWriter writer, ObjectPath path)
    {
        writer.Text("kind", path.Kind);
        writer.Text("owner", path.Owner.IsEmpty ? null : path.Owner.Value);
        writer.Text("key", path.Key);
    }

    public static ObjectPath Read(FacetReader reader) => new(reader.RequiredText("kind"), reader.Name("owner"), reader.RequiredText("key"));
}
