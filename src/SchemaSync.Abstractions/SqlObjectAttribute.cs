using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// Anything that no other attribute has words for, as SQL that makes it and SQL that drops it: an aggregate, an operator, a text search
/// configuration, a virtual table.
/// </summary>
/// <remarks>
/// No server can be asked for such an object: what was made, and with which text, is in the ledger of the database. Another text drops it
/// and makes it again, and one that is declared no more is dropped.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SqlObjectAttribute : SchemaAttribute
{
    /// <summary>Sets the name.</summary>
    /// <param name="name">What it is called here; best what the database calls it, without arguments.</param>
    public SqlObjectAttribute(string name) => Name = name;

    /// <summary>What it is called here.</summary>
    public string Name { get; }

    /// <summary>The statements that make it, each one text, in their order.</summary>
    public string[]? Create { get; set; }

    /// <summary>The statements that drop it, each one text, in their order.</summary>
    public string[]? Drop { get; set; }

    /// <summary>A file of the project with the one statement that makes it, in place of <see cref="Create"/>.</summary>
    public string? CreateFile { get; set; }

    /// <summary>A file of the project with the one statement that drops it, in place of <see cref="Drop"/>.</summary>
    public string? DropFile { get; set; }

    /// <summary>
    /// The tables, views, types, routines and other such objects that it needs, by name: it is made after them, and dropped before them.
    /// On a class it needs what the class is.
    /// </summary>
    public string[]? DependsOn { get; set; }
}
