using System.Collections;
using System.Reflection;

namespace SchemaSync.EfHost;

/// <summary>Finds the context that is meant, and has EF Core make it in the way its own tools do.</summary>
internal static class Contexts
{
    private const string Core = "Microsoft.EntityFrameworkCore", Design = "Microsoft.EntityFrameworkCore.Design";

    /// <summary>The context, made by a factory, by the application's services, or by its own constructor.</summary>
    public static object Make(Request request)
    {
        var (assembly, startup) = (Load(request.Assembly), Load(request.Startup));
        var design = Find(Design)
            ?? throw (Find(Core) is null ? new Refusal("none", Name(assembly)) : new Refusal("design", Name(startup)));
        var reports = new Reports(design);
        var type = Choose(request.Context, Declared(assembly, startup) is { Count: > 0 } declared ? declared
            : Registered(design, reports, assembly, startup), assembly);
        var activator = design.GetType($"{Design}.DbContextActivator", throwOnError: true)!
            .GetMethod("CreateInstance", [typeof(Type), typeof(Assembly), reports.Kind, typeof(string[])])!;
        try
        {
            return activator.Invoke(null, [type, startup, reports.Handler, Array.Empty<string>()])!;
        }
        catch (TargetInvocationException e)
        {
            // Where the application's own start failed, EF Core goes on without its services, and then lacks what they would have given.
            throw new Refusal("failed", type.FullName!, reports.Failure ?? Refusal.Words(e));
        }
    }

    private static Assembly Load(string path)
    {
        var name = new AssemblyName(Path.GetFileNameWithoutExtension(path));
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException)
        {
            return Assembly.LoadFrom(path);
        }
    }

    private static Assembly? Find(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // To look costs nothing; to ask the application for its services runs its Main, which it may not like to happen twice.
    private static List<Type> Declared(params Assembly[] assemblies)
    {
        var context = Assembly.Load(new AssemblyName(Core)).GetType($"{Core}.DbContext", throwOnError: true)!;
        return [.. assemblies.Distinct().SelectMany(Types)
            .Where(t => context.IsAssignableFrom(t) && !t.IsAbstract && !t.ContainsGenericParameters)];
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    /// <summary>Contexts that stand in another assembly, and that the application registers or has a factory for.</summary>
    private static List<Type> Registered(Assembly design, Reports reports, Assembly assembly, Assembly startup)
    {
        var executor = design.GetType($"{Design}.OperationExecutor", throwOnError: true)!;
        var arguments = new Hashtable
        {
            ["targetName"] = Name(assembly),
            ["startupTargetName"] = Name(startup),
            ["project"] = Name(assembly),
            ["projectDir"] = Directory.GetCurrentDirectory(),
            ["rootNamespace"] = Name(assembly),
            ["language"] = "C#",
            ["nullable"] = true,
            ["remainingArguments"] = Array.Empty<string>(),
        };
        var results = Activator.CreateInstance(design.GetType($"{Design}.OperationResultHandler", throwOnError: true)!)!;
        Activator.CreateInstance(executor.GetNestedType("GetContextTypes")!, Activator.CreateInstance(executor, reports.Handler, arguments),
            results, new Hashtable());
        var found = (Get(results, "Result") as IEnumerable ?? Array.Empty<IDictionary>()).Cast<IDictionary>().ToList();
        var failure = reports.Failure ?? (Get(results, "ErrorMessage") is string error ? Refusal.Line(error) : null);
        if (found.Count == 0 && failure is not null) throw new Refusal("failed", $"the DbContext of {Name(startup)}", failure);
        return found.ConvertAll(c => Type.GetType((string)c["AssemblyQualifiedName"]!, throwOnError: true)!);
    }

    private static Type Choose(string name, List<Type> types, Assembly assembly)
    {
        var names = string.Join(", ", types.Select(t => t.FullName).OrderBy(n => n, StringComparer.Ordinal));
        if (types.Count == 0) throw new Refusal("none", Name(assembly));
        if (name.Length == 0) return types.Count == 1 ? types[0] : throw new Refusal("several", Name(assembly), names);
        var meant = types.FindAll(t => t.FullName == name);
        if (meant.Count == 0) meant = types.FindAll(t => t.Name == name);
        return meant.Count == 1 ? meant[0] : throw new Refusal("unknown", Name(assembly), name, names);
    }

    private static object? Get(object subject, string property) => subject.GetType().GetProperty(property)!.GetValue(subject);

    private static string Name(Assembly assembly) => assembly.GetName().Name!;
}
