namespace SchemaSync.Model.Facets;

/// <summary>Writes facets as JSON members and leaves out defaults, so that files stay short and stable.</summary>
public sealed class JsonFacetWriter(JsonWriter json) : FacetWriter
{
    /// <summary>Writes an object with its kind's facets and its children, grouped by their kind.</summary>
    public void Object(SchemaObject subject, string? member = null)
    {
        json.StartObject(member);
        if (subject is SchemaPart part) Name("name", part.Name);
        var own = subject as TopLevelObject;
        if (own is not null) WriteOwnName(own.Name);
        subject.WriteState(this);
        if (own is not null) WriteNeeds(own);
        string? open = null;
        foreach (var child in subject.Children)
        {
            if (open != child.Kind.Plural)
            {
                if (open is not null) json.EndArray();
                json.StartArray(open = child.Kind.Plural);
            }

            Object(child);
        }

        if (open is not null) json.EndArray();
        json.EndObject();
    }

    private void WriteNeeds(TopLevelObject own)
    {
        Texts("uses", own.Uses.Select(u => u.ToString()).ToEquatableArray());
        Parts("external", own.External);
    }

    private void WriteOwnName(QualifiedName name)
    {
        Name("schema", name.Schema);
        Name("name", name.Name);
    }

    /// <inheritdoc/>
    public override void Text(string name, string? value)
    {
        if (value is not null) json.String(name, value);
    }

    /// <inheritdoc/>
    public override void Flag(string name, bool value)
    {
        if (value) json.Boolean(name, true);
    }

    /// <inheritdoc/>
    public override void Number(string name, long? value)
    {
        if (value is { } number) json.Number(name, number);
    }

    /// <inheritdoc/>
    public override void Names(string name, EquatableArray<Identifier> values)
    {
        if (values.IsEmpty) return;
        json.StartArray(name);
        foreach (var value in values) json.String(null, value.Value);
        json.EndArray();
    }

    /// <inheritdoc/>
    public override void Texts(string name, EquatableArray<string> values)
    {
        if (values.IsEmpty) return;
        json.StartArray(name);
        foreach (var value in values) json.String(null, value);
        json.EndArray();
    }

    /// <inheritdoc/>
    public override void Expression(string name, SqlExpression? value)
    {
        if (value is null) return;
        if (value.Text == value.Canonical)
        {
            json.String(name, value.Text);
            return;
        }

        json.StartObject(name);
        json.String("text", value.Text);
        json.String("canonical", value.Canonical);
        json.EndObject();
    }

    /// <inheritdoc/>
    public override void Part<T>(string name, T? value) where T : class
    {
        if (value is null) return;
        json.StartObject(name);
        value.WriteFacets(this);
        json.EndObject();
    }

    /// <inheritdoc/>
    public override void Parts<T>(string name, EquatableArray<T> values)
    {
        if (values.IsEmpty) return;
        json.StartArray(name);
        foreach (var value in values)
        {
            json.StartObject();
            value.WriteFacets(this);
            json.EndObject();
        }

        json.EndArray();
    }
}
