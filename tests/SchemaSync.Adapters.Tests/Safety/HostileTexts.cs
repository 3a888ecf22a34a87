namespace SchemaSync.Adapters.Tests;

/// <summary>Texts that try to leave the statement they are put into and to do something to a victim.</summary>
internal static class HostileTexts
{
    // What may end the place, quote, comment or block that the text is in, on one server or another.
    private static readonly string[] Ends =
    [
        "0", "0)", "0))", "0)))", "'", "a'", "')", "\"", "\")", "`", "`)", "]", "*/ 0", "int", "int)", "x int, y int)", "SELECT 1",
        "SELECT 1)", "END", "SELECT 1; END", "BEGIN SELECT 1; END",
        "lbl: BEGIN SELECT 1; END lbl", "BEGIN SELECT CASE WHEN 1 THEN begin END; END", "BEGIN ATOMIC SELECT 1; END", "$$", "$body$",
        "$body0$", "EVERY 1 DAY DO SELECT 1", "InnoDB", "(0", "0, 1", "f()", "RETURN 1",
        "E''\n'\\''", "'\\'", "'\\''", "'\\\\'", "U&'\\0027' UESCAPE '!'", "0 --\u00A0", "0 --\u0001'\n", "0 -- \n", "0 # \n", "0 /* /* */",
        "0 /*! */", "/*+ x(`*/ ' `) */ 0", "_gbk'\u00bf'", "N'a'", "{d '1'}", "\\g", "0\0",
        "BEGIN IF CASE WHEN end THEN begin + 1 END THEN SELECT 1; END IF; END", "IF 1 THEN SELECT 1; END IF",
        "BEGIN DECLARE EXIT HANDLER FOR begin SELECT 1; END",
    ];

    private static readonly string[] Tails = ["", "; SELECT ((1", "; SELECT 1 FROM (SELECT '",
        " --", "; /*", " #", "; END", "; SELECT `", "; DO $$ BEGIN"];

    /// <summary>Several hundred, each once.</summary>
    public static IReadOnlyList<string> Against(string victim) =>
    [
        .. from end in Ends
           from act in new[] { $"; DROP TABLE {victim}", $"; DELETE FROM {victim}", $"\n;\n TRUNCATE TABLE {victim}" }
           from tail in Tails.Skip(act.Contains("DROP", StringComparison.Ordinal) ? 0 : Tails.Length - 2)
           select end + act + tail,
        // Without a semicolon: another clause, another element, another table.
        .. new[]
        {
            $"0 REFERENCES {victim} (id)", $"int REFERENCES {victim} (id) ON DELETE CASCADE",
            $"0, ADD FOREIGN KEY (id) REFERENCES {victim} (id)", $"InnoDB SELECT * FROM {victim}", $"InnoDB AS TABLE {victim}",
            $"int AS (1) DO DROP TABLE {victim}", $"EVERY 1 SECOND DO DROP TABLE {victim} #", $"0) REFERENCES {victim} (id) CHECK (0",
            $"0) INTO {victim} (1", $"x) INHERITS ({victim}", $"int) LIKE {victim} (x int",
        },
    ];

    /// <summary>What each database calls the victim of somebody else.</summary>
    public static string Name(string provider, string other) => provider == ProviderNames.Sqlite ? "victim" : $"{other}.victim";
}
