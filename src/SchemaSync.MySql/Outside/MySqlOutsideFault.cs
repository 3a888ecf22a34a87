using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// What the server says on scratch about something of another database: that it is not there, or may not be used. A plan leaves it to others, so it is no fault of
/// the declaration.
/// </summary>
internal static class MySqlOutsideFault
{
    private const int RoutineAccessDenied = 1370;

    /// <summary>The finding (SSY0218, SSY0219); null where the server speaks of something else.</summary>
    /// <param name="user">What was tried.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="refused">What the server said.</param>
    /// <param name="home">The scratch database.</param>
    public static Diagnostic? Of(ObjectId user, string sql, MySqlException refused, MySqlHome home)
    {
        var names = home.QualifiersOf(MySqlLexer.Read(sql).Significant).OtherNames;
        return refused.ErrorCode switch
        {
            MySqlErrorCode.NoSuchTable or MySqlErrorCode.StoredProcedureDoesNotExist => names.Find(n => Speaks(refused, n)) is { } name ? Missing(user, name, refused) : null,
            // MySQL names the database alone.
            MySqlErrorCode.UnknownDatabase => names.Find(n => refused.Message.Contains($"'{n.Place}'", StringComparison.Ordinal)) is { } name ? Missing(user, name, refused) : null,
            MySqlErrorCode.TableAccessDenied or MySqlErrorCode.ColumnAccessDenied or (MySqlErrorCode)RoutineAccessDenied => names.Find(n => Speaks(refused, n)) is { } name
                ? Diagnostic.Of(InspectionDiagnostics.ExternalRefused, user.ToString(), Words(name), $"use it ({refused.Message}); have its owner grant that") with { Subject = user }
                : null,
            _ => null,
        };
    }

    private static Diagnostic Missing(ObjectId user, OtherName name, MySqlException refused) =>
        Diagnostic.Of(InspectionDiagnostics.ExternalMissing, user.ToString(), Words(name), $"the server says: {refused.Message}") with { Subject = user };

    // Its sentences are of its own language; the names in them are not. MariaDB quotes them, and MySQL leaves the database out where a column is meant.
    private static bool Speaks(MySqlException refused, OtherName name) =>
        refused.Message.Contains($"'{name.Name}'", StringComparison.Ordinal) || refused.Message.Replace("`", "", StringComparison.Ordinal).Contains($"{name.Place}.{name.Name}", StringComparison.Ordinal);

    private static string Words(OtherName name) => new QualifiedName(new(name.Place), new(name.Name)).ToString();
}
