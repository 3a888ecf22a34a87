using System.Collections.Frozen;

namespace SchemaSync.Sqlite.Sql;

/// <summary>How SQLite compares names: without the case of ASCII letters, and of these alone.</summary>
internal sealed class SqliteNames : StringComparer
{
    /// <summary>The comparer.</summary>
    public static SqliteNames Comparer { get; } = new();

    /// <summary>Whether both are one name to SQLite.</summary>
    public static bool Same(Identifier left, Identifier right) => Comparer.Equals(left.ToString(), right.ToString());

    /// <inheritdoc/>
    public override int Compare(string? x, string? y) => string.CompareOrdinal(Folded(x), Folded(y));

    /// <inheritdoc/>
    public override bool Equals(string? x, string? y)
    {
        if (x is null || y is null || x.Length != y.Length) return ReferenceEquals(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] != y[i] && Lower(x[i]) != Lower(y[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode(string obj)
    {
        var hash = 17;
        foreach (var c in obj) hash = unchecked((hash * 31) + Lower(c));
        return hash;
    }

    private static char Lower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private static string? Folded(string? name) => name is null ? null : string.Create(name.Length, name, (span, text) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Lower(text[i]);
    });
}

/// <summary>SQLite's words. A test holds both lists against the linked library.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Reserved = Set(
        """
        ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE DEFAULT DEFERRABLE DELETE DISTINCT
        DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM GROUP HAVING IN INDEX INSERT INTERSECT INTO IS ISNULL JOIN LIMIT NOT NOTHING
        NOTNULL NULL ON OR ORDER PRIMARY REFERENCES RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES
        WHEN WHERE
        """);

    // TRUE and FALSE are no keywords of the library, but constants where no column has that name.
    private static readonly FrozenSet<string> Other = Set(
        """
        ABORT ACTION AFTER ALWAYS ANALYZE ASC ATTACH BEFORE BEGIN BY CASCADE CAST COLUMN CONFLICT CROSS CURRENT CURRENT_DATE
        CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFERRED DESC DETACH DO EACH END EXCLUDE EXCLUSIVE EXPLAIN FAIL FILTER FIRST
        FOLLOWING FOR FULL GENERATED GLOB GROUPS IF IGNORE IMMEDIATE INDEXED INITIALLY INNER INSTEAD KEY LAST LEFT LIKE MATCH
        MATERIALIZED NATURAL NO NULLS OF OFFSET OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING QUERY RAISE RANGE RECURSIVE REGEXP
        REINDEX RELEASE RENAME REPLACE RESTRICT RIGHT ROLLBACK ROW ROWS SAVEPOINT TEMP TEMPORARY TIES TRIGGER UNBOUNDED VACUUM VIEW
        VIRTUAL WINDOW WITH WITHIN WITHOUT TRUE FALSE
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedSpans =
        Reserved.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherSpans =
        Other.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether SQLite never takes the word as a plain name.</summary>
    public static bool IsReserved(ReadOnlySpan<char> word) => ReservedSpans.Contains(word);

    /// <summary>Whether the word means something to SQLite anywhere.</summary>
    public static bool IsKeyword(ReadOnlySpan<char> word) => ReservedSpans.Contains(word) || OtherSpans.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
