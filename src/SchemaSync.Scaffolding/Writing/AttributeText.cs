namespace SchemaSync.Scaffolding.Writing;

/// <summary>An attribute with its arguments; what says nothing is left out.</summary>
internal sealed class AttributeText(string name)
{
    private readonly List<string> _arguments = [];
    private readonly List<string> _named = [];

    /// <summary>An argument by place, in C#.</summary>
    public AttributeText With(string code)
    {
        _arguments.Add(code);
        return this;
    }

    /// <summary>Several by place.</summary>
    public AttributeText With(IEnumerable<string> codes)
    {
        _arguments.AddRange(codes);
        return this;
    }

    /// <summary>An argument by name, in C#.</summary>
    public AttributeText Set(string argument, string? code)
    {
        if (code is not null) _named.Add($"{argument} = {code}");
        return this;
    }

    /// <summary>A text.</summary>
    public AttributeText Text(string argument, string? text) => Set(argument, text is null ? null : CSharp.Text(text));

    /// <summary>A name; none where there is none.</summary>
    public AttributeText Text(string argument, Identifier name) => Text(argument, name.IsEmpty ? null : name.Value);

    /// <summary>A flag.</summary>
    public AttributeText Flag(string argument, bool value) => Set(argument, value ? "true" : null);

    /// <summary>A number.</summary>
    public AttributeText Number(string argument, long? number) => Set(argument, number is { } value ? CSharp.Number(value) : null);

    /// <summary>A word of a closed set, whose first one says nothing; the attribute's set has the same words.</summary>
    public AttributeText Choice<T>(string argument, T value) where T : struct, Enum =>
        Set(argument, EqualityComparer<T>.Default.Equals(value, default) ? null : $"{typeof(T).Name}.{value}");

    /// <summary>A list, in C#.</summary>
    public AttributeText List(string argument, IReadOnlyCollection<string> codes) =>
        Set(argument, codes.Count == 0 ? null : CSharp.Array(codes));

    /// <summary>Options as <c>name=value</c>.</summary>
    public AttributeText Options(string argument, EquatableArray<TableOption> options) =>
        List(argument, options.Select(o => CSharp.Text(o.Value.Length == 0 ? o.Name : $"{o.Name}={o.Value}")).ToList());

    /// <summary>The attribute on a class or property.</summary>
    public override string ToString() => $"[{Content}]";

    /// <summary>The attribute on the assembly.</summary>
    public string OnAssembly => $"[assembly: {Content}]";

    private string Content => _arguments.Count + _named.Count == 0 ? name : $"{name}({string.Join(", ", _arguments.Concat(_named))})";
}
