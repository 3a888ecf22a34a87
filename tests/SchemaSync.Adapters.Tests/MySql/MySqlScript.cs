using System.Text.RegularExpressions;
using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>Runs scripts written for the mysql client, DELIMITER lines included, in the database of a test.</summary>
internal static partial class MySqlScript
{
    /// <summary>Runs one, without the statements that choose a database.</summary>
    public static void RunScript(this TestDatabase database, string script)
    {
        using var connection =
            new MySqlConnection(new MySqlConnectionStringBuilder(database.ConnectionString) { AllowUserVariables = true }.ConnectionString);
        connection.Open();
        foreach (var statement in Statements(ChoosesDatabase().Replace(script, "")))
        {
            using var command = new MySqlCommand(statement, connection);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>What goes to the server at once: everything up to the next DELIMITER
    /// line, or one statement where that is no semicolon.</summary>
    private static IEnumerable<string> Statements(string script)
    {
        var delimiter = ";";
        foreach (var part in Delimiter().Split(script).Select((text, i) => (text, i)))
        {
            if (part.i % 2 == 1) delimiter = part.text;
            else foreach (var statement in delimiter == ";" ? [part.text] : part.text.Split(delimiter))
            {
                if (statement.Trim().Length > 0) yield return statement;
            }
        }
    }

    [GeneratedRegex(@"^DELIMITER[ \t]+(\S+)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"^(DROP|CREATE) (SCHEMA|DATABASE)[^;]*;|^USE [^;]*;|\bsakila\.", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ChoosesDatabase();
}
