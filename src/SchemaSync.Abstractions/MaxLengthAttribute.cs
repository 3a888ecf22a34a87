using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The greatest length of a text (characters) or of bytes.
/// </summary>
/// <remarks>
/// SQLite has no such limit of its own: there it becomes a CHECK on the length.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class MaxLengthAttribute : SchemaAttribute
{
    /// <summary>Sets the limit.</summary>
    /// <param name="length">At least 1; characters for text, bytes for <c>byte[]</c>.</param>
    public MaxLengthAttribute(int length) => Length = length;

    /// <summary>Characters or bytes.</summary>
    public int Length { get; }
}
