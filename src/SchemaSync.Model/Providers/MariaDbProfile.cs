namespace SchemaSync.Model;

/// <summary>MariaDB.</summary>
public static class MariaDbProfile
{
    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = MySqlProfile.Instance with
    {
        Name = ProviderNames.MariaDb,
        ExpressionIndexes = false,
    };
}
