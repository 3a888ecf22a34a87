namespace SchemaSync.Hosting;

/// <summary>What happens before the application serves.</summary>
public enum StartAction
{
    /// <summary>Nothing is looked at.</summary>
    None,

    /// <summary>A database that differs, or cannot be read, is logged, and the application starts.</summary>
    Warn,

    /// <summary>The application starts only on a database that is as declared.</summary>
    Fail,

    /// <summary>The database is brought to the declaration first; without that, the application does not start.</summary>
    Apply,
}
