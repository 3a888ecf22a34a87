namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Rights of roles as attributes.</summary>
internal static class GrantAttributes
{
    /// <summary>The rights on an object; none where nothing is said about them.</summary>
    /// <param name="subject">The object.</param>
    /// <param name="on">What it is called where it stands among others; null on its own class.</param>
    public static IEnumerable<AttributeText> Of(TopLevelObject subject, string? on = null)
    {
        if (subject is not IGrantable { Grants: { } grants }) yield break;
        // Nobody but the owner is said too.
        if (grants.Roles.IsEmpty) yield return new AttributeText("Grant").With(CSharp.Text("NONE")).Text("On", on);
        foreach (var grant in grants.Roles)
        {
            var plain = grant.Privileges.Where(p => !grant.Grantable.Contains(p)).ToList();
            if (plain.Count > 0) yield return Words(plain).Text("To", grant.Role).Text("On", on);
            if (!grant.Grantable.IsEmpty)
                yield return Words(grant.Grantable).Text("To", grant.Role).Text("On", on).Flag("WithGrantOption", true);
        }
    }

    private static AttributeText Words(IEnumerable<string> privileges) => new AttributeText("Grant").With(privileges.Select(CSharp.Text));
}
