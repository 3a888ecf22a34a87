namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>What another connection learns about a session that does not answer.</summary>
public enum SessionPulse
{
    /// <summary>The server answers, and cannot tell: another one behind the same name, a pooler, a missing right.</summary>
    Unknown,
    /// <summary>It is at work.</summary>
    Working,
    /// <summary>It is there and has waited for us for a long time (10 s).</summary>
    Idle,
    /// <summary>The server has no such session.</summary>
    Gone,
}
