namespace SchemaSync;

/// <summary>With whose rights a routine runs.</summary>
public enum RoutineSecurity
{
    /// <summary>As the provider has it: PostgreSQL invoker, MySQL and MariaDB definer.</summary>
    Default,

    /// <summary>Its owner's.</summary>
    Definer,

    /// <summary>The caller's.</summary>
    Invoker,
}
