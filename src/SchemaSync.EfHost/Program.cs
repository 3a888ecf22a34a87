using System.Reflection;

namespace SchemaSync.EfHost;

/// <summary>
/// Asks an application's DbContext for the statements that make its tables. The tool starts it with the application's own list of
/// libraries (<c>dotnet exec --depsfile</c>), as EF Core starts its tools, so that the application's versions are the ones that speak.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var request = Request.Of(arguments);
        using (var answer = new Answer(request.Answer)) Reply(request, answer);
        // Whatever the application started goes on in threads of its own.
        Environment.Exit(0);
        return 0;
    }

#pragma warning disable CA1031 // It is somebody else's program: whatever it throws is the answer.
    private static void Reply(Request request, Answer answer)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, e) => FindBeside(request, new AssemblyName(e.Name));
        try
        {
            var context = Contexts.Make(request);
            using (context as IDisposable) ContextStatements.Of(context, request).Say(answer);
        }
        catch (Refusal e)
        {
            answer.Say("refused", e.Reason);
            foreach (var detail in e.Details) answer.Say("detail", detail);
        }
        catch (Exception e)
        {
            answer.Say("refused", "failed");
            answer.Say("detail", request.Context);
            answer.Say("detail", Refusal.Words(e));
        }
    }
#pragma warning restore CA1031

    // What the application's list does not name lies beside it, or beside the assembly with the context.
    private static Assembly? FindBeside(Request request, AssemblyName name)
    {
        foreach (var file in new[] { request.Assembly, request.Startup })
        {
            var path = Path.Combine(Path.GetDirectoryName(file)!, name.Name + ".dll");
            if (File.Exists(path)) return Assembly.LoadFrom(path);
        }

        return null;
    }
}
