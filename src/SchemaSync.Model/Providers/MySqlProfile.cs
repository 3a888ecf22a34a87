namespace SchemaSync.Model;

/// <summary>MySQL.</summary>
public static class MySqlProfile
{
    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = new()
    {
        Name = ProviderNames.MySql,
        NameUnit = NameUnit.Characters,
        MaxNameLength = 64,
        ColumnNamesIgnoreCase = true,
        Precision = true,
        Comments = true,
        IdentityStart = true,
        ExpressionIndexes = true,
        TriggerBodies = true,
        VirtualComputed = true,
        BackslashEscapes = true,
    };
}
