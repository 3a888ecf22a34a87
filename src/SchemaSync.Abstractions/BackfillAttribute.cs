using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// What rows that are there get in a column that becomes required: SQL over the row. Values that are there stay.
/// </summary>
/// <remarks>
/// Harmless once every database has the column; remove it then, or leave it for those that come later.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class BackfillAttribute : SchemaAttribute
{
    /// <summary>The SQL is in <see cref="File"/>.</summary>
    public BackfillAttribute()
    {
    }

    /// <summary>Sets the expression.</summary>
    /// <param name="sql">
    /// In the provider's SQL, without outer parentheses: <c>lower(email)</c>. It names columns as they are declared; one that goes with the
    /// same change is still there.
    /// </param>
    public BackfillAttribute(string sql) => Sql = sql;

    /// <summary>The expression; null when it is in <see cref="File"/>.</summary>
    public string? Sql { get; }

    /// <summary>A file of the project with the expression, in place of <see cref="Sql"/>.</summary>
    public string? File { get; set; }

    /// <summary>How many rows are written at a time; 2,000 when it is 0. Tables without a primary key are written at once.</summary>
    public int Rows { get; set; }

    /// <summary>How long to wait between two batches, in milliseconds.</summary>
    public int Pause { get; set; }
}
