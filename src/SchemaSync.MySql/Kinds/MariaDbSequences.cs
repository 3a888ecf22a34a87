using System.Globalization;

namespace SchemaSync.MySql.Kinds;

/// <summary>Sequences of MariaDB: every number that SHOW CREATE SEQUENCE prints is state, the next one is not.</summary>
internal static class MariaDbSequences
{
    /// <summary>A sequence from its definition; null where a number is beyond what the model keeps.</summary>
    public static Sequence? Read(QualifiedName name, string text)
    {
        var words = Lexer.Read(text).Significant;
        long? Number(params ReadOnlySpan<string> before)
        {
            for (var i = 0; i + before.Length < words.Count; i++)
            {
                var isHere = true;
                for (var j = 0; j < before.Length; j++) isHere &= words[i + j].IsWord(before[j]);
                if (!isHere) continue;
                var at = i + before.Length;
                var sign = words[at].Is("-") ? "-" : "";
                return long.TryParse(sign + words[sign.Length == 0 ? at : at + 1], NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture, out var value) ? value : null;
            }

            return null;
        }

        var cache = words.Exists(t => t.IsWord("NOCACHE")) ? 0 : Number("CACHE");
        if (Number("START", "WITH") is not { } start || Number("INCREMENT", "BY") is not { } increment || Number("MINVALUE") is not { } min
            || Number("MAXVALUE") is not { } max || cache is null) return null;
        var type = words.FindIndex(t => t.IsWord("AS")) is >= 0 and var a
            ? ColumnType.Of(text[words[a + 1].Start..words[words.FindIndex(t => t.IsWord("START"))].Start].Trim())
            : null;
        return new()
        {
            Name = name,
            Type = type,
            Start = start,
            Increment = increment,
            Min = min,
            Max = max,
            Cache = cache,
            Cycle = words.Exists(t => t.IsWord("CYCLE")),
        };
    }

    /// <summary>CREATE SEQUENCE.</summary>
    public static string Create(Sequence sequence) =>
        $"CREATE SEQUENCE {MySqlText.Quote(sequence.Name)}{(sequence.Type is { } type ? $" AS {type.Native}" : "")}{Numbers(sequence)}";

    /// <summary>ALTER SEQUENCE; the next number stays.</summary>
    public static string Alter(Sequence sequence) => $"ALTER SEQUENCE {MySqlText.Quote(sequence.Name)}{Numbers(sequence)}";

    private static string Numbers(Sequence sequence) => string.Concat(
        Part(" START WITH ", sequence.Start), Part(" INCREMENT BY ", sequence.Increment),
        Part(" MINVALUE ", sequence.Min), Part(" MAXVALUE ", sequence.Max),
        sequence.Cache == 0 ? " NOCACHE" : Part(" CACHE ", sequence.Cache), sequence.Cycle ? " CYCLE" : " NOCYCLE");

    private static string Part(string words, long? number) =>
        number is { } value ? words + value.ToString(CultureInfo.InvariantCulture) : "";
}
