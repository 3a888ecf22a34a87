using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// What a schema itself has (PostgreSQL): <c>[assembly: SchemaOptions("sales", Owner = "shop_owner")]</c>. A schema in which something is
/// declared is made without it; what is not said here stays as it is.
/// </summary>
/// <remarks>
/// Rights on it are said by <c>[assembly: Grant("USAGE", To = "app", On = "sales")]</c> beside it.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SchemaOptionsAttribute : SchemaAttribute
{
    /// <summary>Sets the schema.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public SchemaOptionsAttribute(string name) => Name = name;

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>What the schema was called: it is renamed with all that stands in it, of which nothing may be of others.</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The role that owns it, as its name is without quotes; without it, whoever owns it.</summary>
    public string? Owner { get; set; }

    /// <summary>The comment that the database keeps with it; an empty text says that there is none.</summary>
    public string? Comment { get; set; }
}
