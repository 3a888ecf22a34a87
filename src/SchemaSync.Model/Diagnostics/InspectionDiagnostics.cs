namespace SchemaSync.Model.Diagnostics;

/// <summary>02xx: a database could not be read as it is.</summary>
public static class InspectionDiagnostics
{
    /// <summary>No adapter has that name.</summary>
    public static readonly DiagnosticEntry UnknownProvider = new("SSY0201", Severity.Error, "Unknown provider",
        "there is no provider '{0}'; use one of {1}");

    /// <summary>An object holds something the model has no word for.</summary>
    public static readonly DiagnosticEntry Unsupported = new("SSY0202", Severity.Error, "Object is not supported",
        "{0} uses {1}, which SchemaSync cannot keep, so it refuses to compare or "
            + "change it; change the object by hand or take it out of the declaration");

    /// <summary>A view, trigger or function no longer fits its tables.</summary>
    public static readonly DiagnosticEntry BrokenBody = new("SSY0204", Severity.Error, "View, trigger or function does not fit its tables",
        "the server refuses a view, trigger or function as the schema would be: {0}; change or drop it together with what it uses");

    /// <summary>The database cannot be opened.</summary>
    public static readonly DiagnosticEntry CannotOpen = new("SSY0205", Severity.Error, "Database cannot be opened",
        "cannot open {0}: {1}");

    /// <summary>The file is something else.</summary>
    public static readonly DiagnosticEntry NotADatabase = new("SSY0206", Severity.Error, "Not a database",
        "{0} is not a {1} database that can be read ({2}); check the path "
            + "in the connection string, or restore a damaged file from a backup");

    /// <summary>The server refused a statement of a declaration.</summary>
    public static readonly DiagnosticEntry RefusedByServer = new("SSY0207", Severity.Error, "Refused by the server",
        "the server refuses {0}: {1}; correct the declaration");

    /// <summary>A snapshot file cannot be read.</summary>
    public static readonly DiagnosticEntry BadSnapshotFile = new("SSY0208", Severity.Error, "Snapshot file cannot be read",
        "{0} is no snapshot that can be read: {1}; {2}");

    /// <summary>An assembly has no manifest.</summary>
    public static readonly DiagnosticEntry NoManifest = new("SSY0209", Severity.Error, "Assembly has no schema",
        "{0} holds no schema: {1}; {2}");

    /// <summary>There is no place to try a declaration on.</summary>
    public static readonly DiagnosticEntry NoScratch = new("SSY0210", Severity.Error, "No scratch database",
        "cannot make a scratch copy on {0}: {1}");

    /// <summary>The server is older than what is supported.</summary>
    public static readonly DiagnosticEntry ServerTooOld = new("SSY0211", Severity.Error, "Server is too old",
        "{0} runs {1}, and SchemaSync supports {2} and newer; update the server");

    /// <summary>The server refused who is asking.</summary>
    public static readonly DiagnosticEntry NotAuthenticated = new("SSY0212", Severity.Error, "Login is refused",
        "{0} refuses the login: {1}; check user name and password of the connection string");

    /// <summary>The server has no database of that name.</summary>
    public static readonly DiagnosticEntry UnknownDatabase = new("SSY0213", Severity.Error, "Database does not exist",
        "{0} cannot be opened: {1}; create the database or correct the connection string");

    /// <summary>The account lacks a right.</summary>
    public static readonly DiagnosticEntry NoPermission = new("SSY0214", Severity.Error, "Permission is missing",
        "the account lacks a right on {0}: {1}; grant it, or use another account");

    /// <summary>The connection broke.</summary>
    public static readonly DiagnosticEntry ConnectionLost = new("SSY0215", Severity.Error, "Connection is lost",
        "the connection to {0} broke ({1}); run again when the server answers");

    /// <summary>The server would cut values without a word.</summary>
    public static readonly DiagnosticEntry NotStrict = new("SSY0216", Severity.Error, "Server is not strict",
        "the sql_mode of {0} is {1}: it would cut values that do not fit without an "
            + "error; set STRICT_TRANS_TABLES for the server and for whoever writes to it");

    /// <summary>Something of somebody else has the name of a declared object.</summary>
    public static readonly DiagnosticEntry NameTaken = new("SSY0217", Severity.Error, "Name is taken",
        "{0} cannot be made: {1} has its name, which nobody declared and no run of ours made, so it is left alone; rename or drop that "
            + "by hand, or give the declared one another name");

    /// <summary>What a declaration refers to, and leaves to others, is not there.</summary>
    public static readonly DiagnosticEntry ExternalMissing = new("SSY0218", Severity.Error, "External object is missing",
        "{0} refers to {1}, which is left to others, but {2}; have it made first, or correct the reference");

    /// <summary>The account may not refer to what a declaration leaves to others.</summary>
    public static readonly DiagnosticEntry ExternalRefused = new("SSY0219", Severity.Error, "External object may not be used",
        "{0} refers to {1}, which is left to others, and the account may not {2}");

    /// <summary>A later version wrote what is stored.</summary>
    public static readonly DiagnosticEntry NewerFormat = new("SSY0233", Severity.Error, "Written by a newer SchemaSync",
        "{0} was written by a newer SchemaSync: its format has version {1}, and this one reads versions up to {2}; update SchemaSync");

    /// <summary>A text of SQL ends the statement it is put into, or goes on behind it.</summary>
    public static readonly DiagnosticEntry LeavesItsPlace = new("SSY0227", Severity.Error, "Text leaves its place",
        "{0}: its {1} {2}; a text is put into a statement, so it has to close what it opens and hold one thing only");

    /// <summary>A statement is more than one.</summary>
    public static readonly DiagnosticEntry NotOneStatement = new("SSY0228", Severity.Error, "Not one statement",
        "{0}: its statement {1}, and nothing of it was sent; one statement at a time is run, so plan again or split the text");

    /// <summary>A body reaches beyond the tenant.</summary>
    public static readonly DiagnosticEntry NamesAnotherPlace = new("SSY0229", Severity.Note, "Body names another place",
        "{0} names {1}: what it does there, it does for every tenant that gets it");
    /// <summary>The database has no such schema.</summary>
    public static readonly DiagnosticEntry UnknownSchema = new("SSY0239", Severity.Error, "Schema does not exist",
        "{0} cannot be read: there is no schema {1} (there are: {2}); correct --schema or the connection string");

    /// <summary>A shared schema is the tenant's own.</summary>
    public static readonly DiagnosticEntry OwnIsShared = new("SSY0220", Severity.Error, "Own schema is shared too",
        "{0} is for all tenants in the schema {1}, which is the own schema of {2}; choose another own schema (--schema), or take the "
            + "schema out of the declaration");

    /// <summary>What a target leaves to others is another tenant's.</summary>
    public static readonly DiagnosticEntry OthersAreTenant = new("SSY0234", Severity.Error, "External object is another tenant's",
        "{0} refers to {1}, which is left to others, and {2} is the tenant {3} of this run: what is meant for one tenant would reach "
            + "the rows of another; take the name out, or leave that tenant out of the run");

    /// <summary>The schema is the server's.</summary>
    public static readonly DiagnosticEntry SystemSchema = new("SSY0240", Severity.Error, "Schema belongs to the server",
        "{0} is the server's own and cannot be managed; name a schema of yours");

    /// <summary>A character that the database does not keep.</summary>
    public static readonly DiagnosticEntry UnkeptCharacter = new("SSY0230", Severity.Error, "Character is not kept",
        "the database cannot keep {0} as it is declared: {1}; take the character out");

    /// <summary>The server's certificate is refused.</summary>
    public static readonly DiagnosticEntry CertificateRefused = new("SSY0231", Severity.Error, "Certificate is refused",
        "the encrypted connection to {0} is not made: {1}");

    /// <summary>The server only reads.</summary>
    public static readonly DiagnosticEntry ReadOnlyServer = new("SSY0237", Severity.Error, "Server takes no changes",
        "{0} takes no changes: {1}; {2}");

    /// <summary>A file that the connection needs.</summary>
    public static readonly DiagnosticEntry ConnectionFile = new("SSY0238", Severity.Error, "File of the connection cannot be read",
        "cannot open {0}: the file {1}, which {2} names, cannot be read, because {3}; correct the path or who may read it");

    /// <summary>Trying it would run code of somebody with fewer rights.</summary>
    public static readonly DiagnosticEntry NotTried = new("SSY0221", Severity.Error, "Not tried with code of others",
        "{0} is not tried on a scratch copy: {1}; deploy as its owner, or let the account or a superuser own it");

    /// <summary>A statement of a plan may be resolved to something that others put beside the server's own.</summary>
    public static readonly DiagnosticEntry NotRun = new("SSY0222", Severity.Error, "Not run with code of others",
        "the plan is not run: {0} of the managed schema belongs to {1}, and a statement may call it in place of another of that name; "
            + "drop or rename it, or run as its owner");

    /// <summary>Giving rows a value would fire a trigger that runs code of somebody with fewer rights.</summary>
    public static readonly DiagnosticEntry FiresCodeOfOthers = new("SSY0241", Severity.Error, "Trigger would run code of others",
        "the plan is not run: rows of {0} get a value, and their trigger {1} would run {2}, which belongs to {3}, with the rights of this "
            + "account; run as that owner, or declare the trigger as disabled for this run");

    /// <summary>Declared SQL would run code of somebody with fewer rights.</summary>
    public static readonly DiagnosticEntry HookRunsCodeOfOthers = new("SSY0242", Severity.Error,
        "SQL that runs along would run code of others",
        "the plan is not run: {0} names {1}, and so would run code that belongs to {2} with the rights of this account; run as that owner, "
            + "or let the account own it once you have read it");

    /// <summary>The server does not take the SQL of an object within a plan.</summary>
    public static readonly DiagnosticEntry SqlObjectRefused = new("SSY0243", Severity.Error, "SQL of an object is refused",
        "the server refuses {0}: {1}; correct its SQL, or name in DependsOn what it needs");

    /// <summary>What drops an object is not the opposite of what makes it.</summary>
    public static readonly DiagnosticEntry DropIsNoOpposite = new("SSY0244", Severity.Error,
        "Drop of a SQL object does not take back its Create",
        "{0} was made, dropped and made again on scratch, and the server refuses the {1}: {2}; Drop has to take back all that Create does");

    /// <summary>A scratch copy would fill the table of locks that all databases of the server share.</summary>
    public static readonly DiagnosticEntry TooManyLocks = new("SSY0223", Severity.Error, "Scratch work takes too many locks",
        "{0} has no room for a scratch copy: {1}; raise max_locks_per_transaction "
            + "and restart the server, or let several projects own parts of the schema");

    /// <summary>A schema that is to be dropped holds something that is not.</summary>
    public static readonly DiagnosticEntry SchemaNotEmpty = new("SSY0225", Severity.Error, "Schema is not empty",
        "{0} is not dropped, because it holds what this plan does not drop: {1}; move or drop that, or take the [Dropped] out");

    /// <summary>A schema that is to be renamed holds something of others.</summary>
    public static readonly DiagnosticEntry SchemaOfOthers = new("SSY0245", Severity.Error, "Schema holds something of others",
        "{0} is not renamed, because it holds what is not ours: {1}; declare that, move it, or take the RenamedFrom out");

    /// <summary>A call may mean several routines.</summary>
    public static readonly DiagnosticEntry AmbiguousCall = new("SSY0246", Severity.Error, "Call may mean two functions",
        "cannot {0}: what it calls may be {1} ({2}); give one of them another name, have no defaults where their arguments are alike, or "
            + "cast what is passed");

    /// <summary>A role that a plan runs as may do more than its tenant's.</summary>
    public static readonly DiagnosticEntry RoleNotConfined = new("SSY0247", Severity.Error, "Role is not confined",
        "nothing is run on {0} as the role {1}: {2}; give a role that owns this schema alone, or leave --role out");

    /// <summary>The account may not make or drop a database of a plan.</summary>
    public static readonly DiagnosticEntry NotItsDatabase = new("SSY0235", Severity.Error, "Account may not make or drop a database",
        "the plan is not run: the account may not {0} {1}, or it is there and "
            + "the account does not see it; GRANT {2} TO the account, or do that by hand");

    /// <summary>A name before a point may mean a shared database, or something else.</summary>
    public static readonly DiagnosticEntry DoubtfulName = new("SSY0236", Severity.Error, "Name may mean a database",
        "{0} is not tried on a scratch copy: {1} before a point may be the database "
            + "or something else that is called so ({2}); give the other one another name");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        TooManyLocks, SchemaNotEmpty, SchemaOfOthers, AmbiguousCall, RoleNotConfined,
        NotItsDatabase, DoubtfulName, UnknownProvider, Unsupported, BrokenBody, CannotOpen, NotADatabase,
        RefusedByServer, BadSnapshotFile, NoManifest,
        NoScratch, ServerTooOld, NotAuthenticated, UnknownDatabase, NoPermission, ConnectionLost,
        NotStrict, NameTaken, NewerFormat, ExternalMissing, ExternalRefused,
        LeavesItsPlace, NotOneStatement, NamesAnotherPlace,
        UnknownSchema, OwnIsShared, OthersAreTenant, SystemSchema,
        NotTried, NotRun, FiresCodeOfOthers, HookRunsCodeOfOthers, SqlObjectRefused, DropIsNoOpposite, UnkeptCharacter, CertificateRefused,
        ReadOnlyServer, ConnectionFile,
    ];
}
