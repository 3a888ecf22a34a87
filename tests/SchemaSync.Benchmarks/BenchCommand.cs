namespace SchemaSync.Benchmarks;

/// <summary>Runs the rooms that are named, or all, and fails when one target is missed.</summary>
internal static class BenchCommand
{
    private const string Usage = "usage: bench [--quick | --tiny] [--list] [room…]";
    private const string List = "--list";

    public static int Run(string[] args)
    {
        if (args is ["child", var work, .. var rest]) return Children.Run(work, rest);
        var rooms = Rooms();
        var wanted = args.Where(a => !IsOption(a)).ToList();
        var unknown = wanted.Except(rooms.Select(r => r.Name))
            .Concat(args.Where(IsOption).Except([List, .. Effort.All.Select(e => e.Name)])).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine(
                $"{Usage}\nunknown: {string.Join(", ", unknown)}; rooms are {string.Join(", ", rooms.Select(r => r.Name))}");
            return 2;
        }

        if (args.Contains(List))
        {
            foreach (var room in rooms) Console.WriteLine(room.Name);
            return 0;
        }

        var effort = Effort.All.FirstOrDefault(e => args.Contains(e.Name)) ?? Effort.Full;
        var outcomes = new List<Outcome>();
        var broken = rooms.Where(r => wanted.Count == 0 || wanted.Contains(r.Name)).Count(r => !Measure(r, effort, outcomes));
        var isOk = Report(outcomes);
        return broken == 0 && (isOk || effort == Effort.Tiny) ? 0 : 1;
    }

    private static bool IsOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Whether the room ran to its end; what it gave until then counts.</summary>
    private static bool Measure(IRoom room, Effort effort, List<Outcome> outcomes)
    {
        Console.Error.WriteLine($"== {room.Name}");
        var before = outcomes.Count;
        try
        {
            foreach (var outcome in room.Measure(effort))
            {
                outcomes.Add(outcome);
                Console.Error.WriteLine(OutcomeTable.Line(outcome));
            }

            Console.Error.WriteLine($"== {room.Name}: {outcomes.Count - before} measured");
            return outcomes.Count > before;
        }
        catch (Exception e) when (e is InvalidOperationException or SchemaSyncException or IOException or System.Data.Common.DbException)
        {
            Console.Error.WriteLine($"{room.Name} broke: {e}");
            return false;
        }
    }

    private static bool Report(List<Outcome> outcomes)
    {
        Console.WriteLine(OutcomeTable.Of(outcomes));
        var over = outcomes.Count(o => !o.IsOk);
        Console.WriteLine($"\n{outcomes.Count - over} ok, {over} over their target");
        return over == 0;
    }

    private static List<IRoom> Rooms() => typeof(BenchCommand).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IRoom).IsAssignableFrom(t))
        .Select(t => (IRoom)Activator.CreateInstance(t)!).OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
}
