namespace SchemaSync.PostgreSql.Reading;

/// <summary>An object holds something the model has no word for; caught where the object is listed as unsupported.</summary>
internal sealed class NotKeptException(string reason) : Exception(reason);
