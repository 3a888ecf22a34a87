namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// Characters that no database keeps: NUL, at which programs and servers stop reading, and half of a surrogate pair, which is no
/// character at all and becomes another one on its way. Named before any server sees the text.
/// </summary>
public static class Characters
{
    /// <summary>Looks at every name and text.</summary>
    /// <exception cref="SchemaSyncException">SSY0230: each object that holds such a character.</exception>
    public static void Check(Snapshot declared)
    {
        var findings = declared.Objects.SelectMany(o => Of(ObjectId.Of(o), o)
            .Concat(o.Children.SelectMany(c => Of(ObjectId.Of(o.Name, c), c)))).ToList();
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    public static string? Fault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return "the character NUL (U+0000)";
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length
                || !char.IsLowSurrogate(text[i + 1])) return FormattableString.Invariant($"half of a surrogate pair (U+{(int)text[i]:X4})");
            i++;
        }

        return null;
    }

    private static IEnumerable<Diagnostic> Of(ObjectId path, SchemaObject subject)
    {
        if ((subject.LocalName.IsEmpty ? null : Fault($"{subject.LocalName}{(subject as TopLevelObject)?.Name.Schema}")) is { } inName)
            yield return Finding(path, $"its name holds {inName}");
        else if (FacetList.Of(subject).Select(f => (f.Name, Fault: f.Value is null ? null : Fault(f.Value)))
            .FirstOrDefault(f => f.Fault is not null) is { Fault: { } fault, Name: var facet })
            yield return Finding(path, $"its {facet.Split('.', '[')[0]} holds {fault}");
    }

    /// <summary>The finding.</summary>
    public static Diagnostic Finding(ObjectId path, string what) =>
        Diagnostic.Of(InspectionDiagnostics.UnkeptCharacter, path.ToString(), what) with { Subject = path };
}
