namespace SchemaSync.Hosting.Running;

/// <summary>How many findings of one database are told before the rest is only counted.</summary>
internal static class Findings
{
    public const int Most = 20;
}
