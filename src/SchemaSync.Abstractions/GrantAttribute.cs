using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// Rights of a role (PostgreSQL). An object with a grant has exactly the rights that its grants say, besides its owner's: what
/// else anybody has is revoked, what everybody has by default included. An object without any is left as it is.
/// </summary>
/// <remarks>
/// <c>[Grant("NONE")]</c> alone says that nobody but the owner has a right.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Assembly,
    AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class GrantAttribute : SchemaAttribute
{
    /// <summary>Sets the privileges.</summary>
    /// <param name="privileges">Such as <c>SELECT</c> or <c>EXECUTE</c>; <c>ALL</c> stands for whatever the server has.</param>
    public GrantAttribute(params string[] privileges) => Privileges = privileges;

    /// <summary>Such as <c>SELECT</c> or <c>EXECUTE</c>.</summary>
    public string[] Privileges { get; }

    /// <summary>The role, as its name is without quotes; <c>PUBLIC</c> is everybody.</summary>
    public string? To { get; set; }

    /// <summary>
    /// The view, routine, sequence or domain that is declared at the same place, with its schema where two have one name; without it,
    /// the table, view or type that the class or enum is.
    /// </summary>
    public string? On { get; set; }

    /// <summary>The role may grant them to others.</summary>
    public bool WithGrantOption { get; set; }
}
