using System.Diagnostics;
using System.Globalization;

namespace SchemaSync.CrashHost;

/// <summary>Where the process dies: before the n-th call to the adapter under the lock, or after n portions of SQLite's own work.</summary>
internal sealed class Fault(int atCall, int atWork)
{
    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Portions of work so far.</summary>
    public int Work { get; private set; }

    public static Fault Parse(string? text) => text?.Split(':') switch
    {
        ["call", var n] => new(int.Parse(n, CultureInfo.InvariantCulture), 0),
        ["work", var n] => new(0, int.Parse(n, CultureInfo.InvariantCulture)),
        _ => new(0, 0),
    };

    public void Call()
    {
        if (++Calls == atCall) Die();
    }

    public int Worked()
    {
        if (++Work == atWork) Die();
        return 0;
    }

    /// <summary>SIGKILL: nothing is disposed, nothing flushed.</summary>
    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
