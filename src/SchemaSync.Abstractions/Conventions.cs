namespace SchemaSync;

/// <summary>Whose rules say what a class without attributes means.</summary>
public enum Conventions
{
    /// <summary>A table is what an attribute declares (the default).</summary>
    SchemaSync,

    /// <summary>
    /// Classes are read as Entity Framework Core 10 reads them without <c>OnModelCreating</c>: sets of contexts are tables, <c>Id</c> is a
    /// key, a navigation is a foreign key, and names are those that its migrations give.
    /// </summary>
    EntityFramework,
}
