namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Views, enums and composite types, each a class or enum of its own.</summary>
internal sealed class OtherClasses(ClassDirectory classes, ColumnProperty columns, TriggerAttributes triggers, SqlFolder files,
    KnownOptions options, ScaffoldNaming naming, Missing missing)
{
    /// <summary>The lines of the class.</summary>
    public IEnumerable<string> Of(TopLevelObject subject) => subject switch
    {
        View view => Class(view, [View(view), .. triggers.On(view.Name, classes.Of(view))], []),
        MaterializedView view => Class(view, [Materialized(view), .. KeyAttributes.Indexes(view, classes.Of(view), options)], []),
        EnumType type => Enumeration(type),
        CompositeType type => Composite(type),
        _ => throw new InvalidOperationException($"{subject.Kind} is no class"),
    };

    private IEnumerable<string> Class(TopLevelObject subject, IEnumerable<AttributeText> attributes, IEnumerable<string> members) =>
    [
        .. attributes.Concat(GrantAttributes.Of(subject)).Select(a => a.ToString()),
        $"public partial class {CSharp.Name(classes.Of(subject).Name)}",
        "{",
        .. members.Select(m => m.Length == 0 ? m : "    " + m),
        "}",
    ];

    private AttributeText View(View view)
    {
        var attribute = new AttributeText("View").With(CSharp.Text(view.LocalName.Value)).Text("Schema", view.Name.Schema)
            .Set("File", files.Add(ObjectKind.View, view.LocalName.Value, view.Definition.Text))
            .List("Columns", view.Columns.Select(c => CSharp.Text(c.Value)).ToList());
        foreach (var option in view.Options)
        {
            if (Option(option) is var (argument, value)) attribute.Set(argument, value);
            else missing.Add(ObjectId.Of(view), $"the option {option.Name}");
        }

        return attribute.Text("Comment", view.Comment);
    }

    // Both ways to say it: as a parameter, and as a word of CREATE VIEW.
    private static (string Argument, string Value)? Option(TableOption option) => (option.Name, option.Value) switch
    {
        ("security_invoker", "true") or ("SQL SECURITY", "INVOKER") => ("SecurityInvoker", "true"),
        ("security_barrier", "true") => ("SecurityBarrier", "true"),
        ("check_option" or "CHECK OPTION", var value) => ("CheckOption", $"ViewCheckOption.{Word(value)}"),
        ("ALGORITHM", "MERGE") => ("Algorithm", "ViewAlgorithm.Merge"),
        ("ALGORITHM", "TEMPTABLE") => ("Algorithm", "ViewAlgorithm.TempTable"),
        _ => null,
    };

    private static string Word(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    private AttributeText Materialized(MaterializedView view) => new AttributeText("MaterializedView")
        .With(CSharp.Text(view.LocalName.Value)).Text("Schema", view.Name.Schema)
        .Set("File", files.Add(ObjectKind.MaterializedView, view.LocalName.Value, view.Definition.Text))
        .List("Columns", view.Columns.Select(c => CSharp.Text(c.Value)).ToList())
        .Options("Options", options.OfView(ObjectId.Of(view), view.Options))
        .Text("Comment", view.Comment);

    private IEnumerable<string> Enumeration(EnumType type)
    {
        var taken = new TakenNames();
        yield return new AttributeText("EnumType").With(CSharp.Text(type.LocalName.Value)).Text("Schema", type.Name.Schema)
            .Text("Comment", type.Comment).ToString();
        foreach (var grant in GrantAttributes.Of(type)) yield return grant.ToString();
        yield return $"public enum {CSharp.Name(classes.Of(type).Name)}";
        yield return "{";
        foreach (var word in type.Values)
        {
            yield return "    " + new AttributeText("EnumLabel").With(CSharp.Text(word));
            yield return $"    {CSharp.Name(taken.Take(Words.Member(word, naming)))},";
        }

        yield return "}";
    }

    private IEnumerable<string> Composite(CompositeType type)
    {
        var attribute = new AttributeText("CompositeType").With(CSharp.Text(type.LocalName.Value)).Text("Schema", type.Name.Schema)
            .Text("Comment", type.Comment);
        var members = type.Attributes.SelectMany((a, i) =>
            columns.Of(a, classes.Of(type).Member(a.Name)).Prepend(i > 0 ? "" : null).OfType<string>());
        return Class(type, [attribute], members);
    }
}
