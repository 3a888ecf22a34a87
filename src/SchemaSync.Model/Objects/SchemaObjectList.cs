namespace SchemaSync.Model;

/// <summary>Writes and reads a list of top-level objects as JSON members, one per kind.</summary>
public static class SchemaObjectList
{
    /// <summary>Writes the objects grouped by kind and ordered by name, as members of the open JSON object.</summary>
    public static void Write(JsonWriter json, IEnumerable<SchemaObject> objects)
    {
        var writer = new JsonFacetWriter(json);
        foreach (var group in objects.GroupBy(o => o.PluralKind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.StartArray(group.Key);
            foreach (var subject in group.OrderBy(o => o.Name).ThenBy(o => o.Key, StringComparer.Ordinal)) writer.Object(subject);
            json.EndArray();
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the caller completes the reader.</summary>
    public static EquatableArray<SchemaObject> Read(FacetReader reader) =>
    [
        .. reader.Parts<SchemaObject>("compositeTypes", CompositeType.Read),
        .. reader.Parts<SchemaObject>("domains", Domain.Read),
        .. reader.Parts<SchemaObject>("enumTypes", EnumType.Read),
        .. reader.Parts<SchemaObject>("events", Event.Read),
        .. reader.Parts<SchemaObject>("extensions", Extension.Read),
        .. reader.Parts<SchemaObject>("functions", Routine.ReadFunction),
        .. reader.Parts<SchemaObject>("materializedViews", MaterializedView.Read),
        .. reader.Parts<SchemaObject>("procedures", Routine.ReadProcedure),
        .. reader.Parts<SchemaObject>("sequences", Sequence.Read),
        .. reader.Parts<SchemaObject>("tables", Table.Read),
        .. reader.Parts<SchemaObject>("triggers", Trigger.Read),
        .. reader.Parts<SchemaObject>("views", View.Read),
    ];

    /// <summary>Reads one object of any kind, children included; the caller completes the reader.</summary>
    /// <param name="kind">Its <see cref="SchemaObject.Kind"/>.</param>
    /// <param name="reader">The JSON object a <see cref="JsonFacetWriter"/> wrote.</param>
    /// <exception cref="JsonFormatException">There is no such kind, or the object is damaged.</exception>
    public static SchemaObject ReadOne(string kind, FacetReader reader) => kind switch
    {
        "table" => Table.Read(reader),
        "column" => Column.Read(reader),
        "primary key" => PrimaryKey.Read(reader),
        "unique constraint" => UniqueConstraint.Read(reader),
        "check constraint" => CheckConstraint.Read(reader),
        "foreign key" => ForeignKey.Read(reader),
        "index" => Index.Read(reader),
        "view" => View.Read(reader),
        "trigger" => Trigger.Read(reader),
        "exclusion constraint" => ExclusionConstraint.Read(reader),
        "policy" => Policy.Read(reader),
        "materialized view" => MaterializedView.Read(reader),
        "function" => Routine.ReadFunction(reader),
        "procedure" => Routine.ReadProcedure(reader),
        "enum type" => EnumType.Read(reader),
        "domain" => Domain.Read(reader),
        "composite type" => CompositeType.Read(reader),
        "sequence" => Sequence.Read(reader),
        "extension" => Extension.Read(reader),
        "event" => Event.Read(reader),
        _ => throw new JsonFormatException($"the kind '{kind}' is not known to this version"),
    };
}
