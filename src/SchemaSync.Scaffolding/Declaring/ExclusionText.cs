namespace SchemaSync.Scaffolding.Declaring;

/// <summary>An exclusion constraint as an attribute, which takes the server's text in three parts.</summary>
internal static class ExclusionText
{
    private const string Using = "USING ", Where = " WHERE (";

    public static AttributeText Of(ObjectId id, ExclusionConstraint exclusion, Missing missing)
    {
        var text = exclusion.Definition.Text.Trim();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = Closing(text, open);
        var method = text.StartsWith(Using, StringComparison.OrdinalIgnoreCase) ? text[Using.Length..open].Trim() : null;
        var rest = text[(close + 1)..];
        var condition = rest.StartsWith(Where, StringComparison.OrdinalIgnoreCase) ? rest[Where.Length..^1] : null;
        missing.Add(id, condition is null && rest.Trim().Length > 0, rest.Trim());
        return new AttributeText("Exclude").With(CSharp.Text(text[(open + 1)..close])).Text("Method", method).Text("Where", condition)
            .Text("Name", exclusion.Name).Choice("Deferrability", exclusion.Deferrability).Text("Comment", exclusion.Comment);
    }

    // What stands in quotes closes nothing.
    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] is '\'' or '"') i = text.IndexOf(text[i], i + 1);
            else if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i;
            if (i < 0) break;
        }

        return text.Length - 1;
    }
}
