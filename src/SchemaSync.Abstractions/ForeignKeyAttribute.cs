using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A foreign key: on the referencing property, or on the class with its columns.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ForeignKeyAttribute : SchemaAttribute
{
    /// <summary>Refers to the table that a class declares.</summary>
    /// <param name="table">The class with <c>[Table]</c>.</param>
    public ForeignKeyAttribute(Type table) => Type = table;

    /// <summary>Refers to a table by its name in the database.</summary>
    /// <param name="table">
    /// The name, with its schema where that is neither this table's nor the tenant's own: <c>sales.orders</c>. What holds a point
    /// itself stands in double quotes.
    /// </param>
    public ForeignKeyAttribute(string table) => Table = table;

    /// <summary>The class of the table referred to.</summary>
    public Type? Type { get; }

    /// <summary>The name of the table referred to.</summary>
    public string? Table { get; }

    /// <summary>On a class: the referencing properties or columns.</summary>
    public string[] Columns { get; set; } = [];

    /// <summary>The properties or columns referred to; without them the primary key.</summary>
    public string[] References { get; set; } = [];

    /// <summary>The constraint's name; without one it stays unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>On deletion of the row referred to.</summary>
    public ReferentialAction OnDelete { get; set; }

    /// <summary>On change of the key referred to.</summary>
    public ReferentialAction OnUpdate { get; set; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>What a key with NULLs in it means (PostgreSQL).</summary>
    public new ForeignKeyMatch Match { get; set; }

    /// <summary>The properties or columns that <see cref="ReferentialAction.SetNull"/> or
    /// <see cref="ReferentialAction.SetDefault"/> sets, when not all of them (PostgreSQL 15).</summary>
    public string[] OnDeleteColumns { get; set; } = [];

    /// <summary>Existing rows are not checked (PostgreSQL).</summary>
    public bool NotValid { get; set; }

    /// <summary>Recorded, but not checked (PostgreSQL 18).</summary>
    public bool NotEnforced { get; set; }

    /// <summary>The last column is a period that has to be covered (PostgreSQL 18).</summary>
    public bool Period { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
