using System.Globalization;

namespace SchemaSync.Scaffolding.Naming;

/// <summary>Names that were given out: each is given once, whatever its case, because files are called so too.</summary>
internal sealed class TakenNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, or the first with a number behind it that is free.</summary>
    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++) free = name + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
