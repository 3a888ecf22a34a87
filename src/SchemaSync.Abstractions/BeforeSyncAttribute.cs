using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// SQL that runs before a sync: on the assembly before every sync that changes anything, on a class or property before one that changes
/// its object. One that is only made has nothing before it, and its SQL is passed over.
/// </summary>
/// <remarks>
/// It is a step of the plan: run on scratch first, where there are no rows, and written down in the ledger. It must leave the schema as it
/// is. A sync that was killed runs it again, and a revert does not take it back.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class BeforeSyncAttribute : SchemaAttribute
{
    /// <summary>The SQL is in <see cref="File"/>.</summary>
    public BeforeSyncAttribute()
    {
    }

    /// <summary>Sets the SQL.</summary>
    /// <param name="sql">One statement in the provider's SQL.</param>
    public BeforeSyncAttribute(string sql) => Sql = sql;

    /// <summary>The statement; null when it is in <see cref="File"/>.</summary>
    public string? Sql { get; }

    /// <summary>A file of the project with the statement, in place of <see cref="Sql"/>.</summary>
    public string? File { get; set; }

    /// <summary>
    /// Its place among those of one place: lower ones run first. One for particular providers takes the place of a general one of the same
    /// order.
    /// </summary>
    public int Order { get; set; }

    /// <summary>
    /// It is not run on scratch, because it needs rows, or reaches what no scratch database holds. Such a plan has to be allowed (SSY0416).
    /// </summary>
    public bool Unproved { get; set; }
}
