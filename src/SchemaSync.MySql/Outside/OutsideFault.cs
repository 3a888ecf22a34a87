using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// What the server says on scratch about something of another database: that it is not there, or may not be used. A plan leaves it to
/// others, so it is no fault of the declaration.
/// </summary>
internal static class OutsideFault
{
    private const int RoutineAccessDenied = 1370;

    /// <summary>The finding (SSY0218, SSY0219); null where the server speaks of something else.</summary>
    /// <param name="user">What was tried.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="refused">What the server said.</param>
    /// <param name="home">The scratch database.</param>
    /// <param name="scratch">What stands there for shared databases, in which nothing is of others.</param>
    public static Diagnostic? Of(ObjectId user, string sql, MySqlException refused, MySqlHome home, ScratchNames scratch)
    {
        var names = home.QualifiersOf(Lexer.Read(sql).Significant).OtherNames.FindAll(n => !scratch.IsScratch(n.Place));
        return refused.ErrorCode switch
        {
            MySqlErrorCode.NoSuchTable or MySqlErrorCode.StoredProcedureDoesNotExist =>
                Missing(user, names.Find(n => Speaks(refused, n)), refused),
            // MySQL names the database alone.
            MySqlErrorCode.UnknownDatabase => Missing(user, names.Find(n => Quotes(refused, n.Place)), refused),
            MySqlErrorCode.TableAccessDenied or MySqlErrorCode.ColumnAccessDenied or (MySqlErrorCode)RoutineAccessDenied =>
                About(InspectionDiagnostics.ExternalRefused, user, names.Find(n => Speaks(refused, n)),
                    $"use it ({refused.Message}); have its owner grant that"),
            _ => null,
        };
    }

    private static Diagnostic? Missing(ObjectId user, OtherName? name, MySqlException refused) =>
        About(InspectionDiagnostics.ExternalMissing, user, name, $"the server says: {refused.Message}");

    private static Diagnostic? About(DiagnosticEntry entry, ObjectId user, OtherName? name, string what)
    {
        if (name is null) return null;
        var called = new QualifiedName(new(name.Place), new(name.Name));
        return Diagnostic.Of(entry, user.ToString(), called.ToString(), what) with { Subject = user };
    }

    // Its sentences are of its own language; the names in them are not. MariaDB quotes them, and MySQL leaves the database out where a
    // column is meant.
    private static bool Speaks(MySqlException refused, OtherName name) => Quotes(refused, name.Name)
        || refused.Message.Replace("`", "", StringComparison.Ordinal).Contains($"{name.Place}.{name.Name}", StringComparison.Ordinal);

    private static bool Quotes(MySqlException refused, string name) => refused.Message.Contains($"'{name}'", StringComparison.Ordinal);
}
