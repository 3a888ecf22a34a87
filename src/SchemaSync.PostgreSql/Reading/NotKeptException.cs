namespace SchemaSync.PostgreSql.Reading;

/// <summary>An object is beyond the model as a whole; caught where it is listed with this text of it.</summary>
internal sealed class NotKeptException(string definition) : Exception(definition)
{
    /// <summary>What the server says of the object.</summary>
    public string Definition { get; } = definition;
}
