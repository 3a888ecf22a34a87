namespace SchemaSync.EfHost;

/// <summary>What the tool asks, as its command line says it.</summary>
internal sealed class Request
{
    private Request(string[] arguments)
    {
        Assembly = arguments[0];
        Startup = arguments[1];
        Answer = arguments[2];
        Context = arguments[3];
        Providers = arguments[4].Split(';');
        OwnSchema = arguments[5];
    }

    /// <summary>The path of the assembly with the context.</summary>
    public string Assembly { get; }

    /// <summary>The path of the application that configures it.</summary>
    public string Startup { get; }

    /// <summary>The file that gets the answer: what the application prints is its own business.</summary>
    public string Answer { get; }

    /// <summary>The name of the context; empty where there is one alone.</summary>
    public string Context { get; }

    /// <summary>EF Core's names of providers whose statements the asked database understands.</summary>
    public IReadOnlyList<string> Providers { get; }

    /// <summary>The schema that is the tenant's own, whose name the statements leave out; empty where there is none.</summary>
    public string OwnSchema { get; }

    public static Request Of(string[] arguments) => new(arguments);
}
