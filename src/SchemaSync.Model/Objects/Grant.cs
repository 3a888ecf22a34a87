namespace SchemaSync.Model.Objects;

/// <summary>An object on which roles have rights.</summary>
public interface IGrantable
{
    /// <summary>Who may do what with it, besides its owner; null where nothing is said about it, which is then never compared.</summary>
    GrantList? Grants { get; }

    /// <summary>The same object with other rights.</summary>
    TopLevelObject WithGrants(GrantList? grants);
}

/// <summary>All rights on one object besides the owner's; without any, the owner is alone.</summary>
public sealed record GrantList : IFacets
{
    /// <summary>The rights, one entry for each role, ordered by role.</summary>
    public EquatableArray<Grant> Roles { get; init; }

    /// <summary>What a role has; null where it has nothing.</summary>
    public Grant? Of(string role) => Roles.FirstOrDefault(g => g.Role == role);

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer) => writer.Parts("roles", Roles);

    internal static GrantList Read(FacetReader reader) => new() { Roles = reader.Parts("roles", Grant.Read) };
}

/// <summary>What one role may do with an object.</summary>
public sealed record Grant : INamedPart
{
    /// <summary>The name that stands for everybody (PostgreSQL keeps it from being a role's).</summary>
    public const string Everybody = "public";

    /// <summary>The role, as its name is without quotes.</summary>
    public required string Role { get; init; }

    /// <summary>The privileges in capitals, ordered by name; <c>ALL</c> stands for whatever the server has.</summary>
    public EquatableArray<string> Privileges { get; init; }

    /// <summary>Those among them that the role may grant to others.</summary>
    public EquatableArray<string> Grantable { get; init; }

    /// <inheritdoc/>
    string INamedPart.PartName => Role;

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("role", Role);
        writer.Texts("privileges", Privileges);
        writer.Texts("grantable", Grantable);
    }

    internal static Grant Read(FacetReader reader) => new()
    {
        Role = reader.RequiredText("role"),
        Privileges = reader.Texts("privileges"),
        Grantable = reader.Texts("grantable"),
    };
}
