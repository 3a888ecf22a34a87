using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// No two rows of the table may satisfy all of these operators together (PostgreSQL).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ExcludeAttribute : SchemaAttribute
{
    /// <summary>Sets the elements.</summary>
    /// <param name="elements">In SQL, each a column or an expression in parentheses, with an
    /// operator: <c>"room WITH ="</c>, <c>"during WITH &amp;&amp;"</c>.</param>
    public ExcludeAttribute(params string[] elements) => Elements = elements;

    /// <summary>In SQL, each a column or an expression in parentheses, with an operator:
    /// <c>"room WITH ="</c>, <c>"during WITH &amp;&amp;"</c>.</summary>
    public string[] Elements { get; }

    /// <summary>The access method of its index, such as <c>gist</c>.</summary>
    public string? Method { get; set; }

    /// <summary>Only rows for which this SQL holds take part.</summary>
    public string? Where { get; set; }

    /// <summary>The constraint's name; without one it stays unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
