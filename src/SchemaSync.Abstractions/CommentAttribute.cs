using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A comment that the database keeps with the table or column, or with an attribute of a composite type.
/// </summary>
/// <remarks>
/// SQLite keeps no comments: there it is an error, unless <c>Provider</c> leaves SQLite out.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class CommentAttribute : SchemaAttribute
{
    /// <summary>Sets the comment.</summary>
    /// <param name="text">The comment.</param>
    public CommentAttribute(string text) => Text = text;

    /// <summary>The comment.</summary>
    public string Text { get; }
}
