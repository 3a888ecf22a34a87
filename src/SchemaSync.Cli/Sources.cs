namespace SchemaSync.Cli;

/// <summary>Turns what the user typed into tenants and schemas: a connection, an assembly or a snapshot file.</summary>
internal sealed class Sources(Invocation run)
{
    /// <summary>The provider as <see cref="ProviderNames"/> spells it.</summary>
    /// <exception cref="SchemaSyncException">SSY0902: not given. SSY0201: there is no adapter for it.</exception>
    public string Provider =>
        run.Adapters.For(run.Require(Options.Provider,
            $"use --provider {string.Join(" or --provider ", run.Adapters.All.Select(a => a.Provider))}")).Provider;

    /// <summary>The database of <c>--connection</c>, <c>--connection-variable</c> or the default variable.</summary>
    /// <exception cref="SchemaSyncException">SSY0903: no connection is given.</exception>
    public TenantContext Database =>
        Tenant(ConnectionString ?? throw new SchemaSyncException(BuildDiagnostics.ConnectionUnknown, Variable));

    /// <summary>The same with all its schemas, unless some are named.</summary>
    public TenantContext WholeDatabase => run.Has(Options.Schema) ? Database : run.Adapters.For(Provider).Whole(Database);

    /// <summary>A place to normalise in, where no database is named: some bring their own, a server has to be told.</summary>
    /// <exception cref="SchemaSyncException">SSY0905: no connection is known.</exception>
    public TenantContext Scratch =>
        ConnectionString is null && !run.Adapters.For(Provider).OfflineDialect.RewritesTexts ? Offline : Database;

    /// <summary>Where no server is asked.</summary>
    public TenantContext Offline => new("the declaration", Provider, run.Adapters.For(Provider).OfflineConnection);

    /// <summary>Where the parts of a target are.</summary>
    /// <exception cref="SchemaSyncException">SSY0901: a folder without an assembly's name, or the other way round.</exception>
    private PartSources Parts
    {
        get
        {
            var projects = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var text in run.Get(Options.Project) ?? [])
            {
                if (text.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at) || at == text.Length - 1)
                    throw new SchemaSyncException([Invocation.Usage($"--project needs ASSEMBLY=DIR, not '{text}'", run.Verb)]);
                projects[text[..at]] = text[(at + 1)..];
            }

            return new(run.Get(Options.Reference) ?? [], projects);
        }
    }

    private string Variable => run.Get(Options.ConnectionVariable) is { Length: > 0 } name ? name : Options.DefaultVariable;

    private string? ConnectionString =>
        run.Get(Options.Connection) is { Length: > 0 } connection ? connection
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null;

    /// <summary>The connection string of tenants, with {tenant} where each one's name belongs.</summary>
    /// <exception cref="SchemaSyncException">SSY0903: none is given, and tenants are no files.</exception>
    public string TenantConnection
    {
        get
        {
            run.Terminal.Secrets.Learn(ConnectionString);
            return ConnectionString ?? run.Adapters.For(Provider).FileConnection
                ?? throw new SchemaSyncException(BuildDiagnostics.ConnectionUnknown, Variable);
        }
    }

    /// <summary>The files this run reads: none of them may be written over by its output.</summary>
    public IEnumerable<string> Inputs
    {
        get
        {
            string?[] named = [run.Get(Options.Target), run.Get(Options.From), run.Get(Options.To), run.Get(Options.Snapshot),
                run.Get(Options.Plan), run.Get(Options.EfAssembly), run.Get(Options.StartupAssembly), ConnectionString];
            if (run.Get(Options.Tenants) is ['@', .. var list]) yield return list;
            foreach (var source in named.OfType<string>().Where(s => s.Length > 0))
            {
                yield return source;
                foreach (var file in FilesOf(source)) yield return file;
            }
        }
    }

    private IReadOnlyList<string> FilesOf(string connection)
    {
        try
        {
            return connection.Contains('=', StringComparison.Ordinal)
                ? run.Adapters.For(Provider).Files(new("", Provider, connection))
                : [];
        }
        catch (SchemaSyncException)
        {
            // What is no connection string names no file, and the run itself says what it is.
            return [];
        }
    }

    /// <summary>A database under the name that messages use.</summary>
    public TenantContext Tenant(string connection)
    {
        run.Terminal.Secrets.Learn(connection);
        // Left to itself an empty variable of a script would mean the default schema.
        if (run.Has(Options.Schema) && run.Get(Options.Schema)!.Any(string.IsNullOrWhiteSpace))
            throw new SchemaSyncException([Invocation.Usage("--schema needs a name", run.Verb)]);
        var tenant = InSchemas(new("the database", Provider, connection));
        return tenant with { Id = run.Adapters.For(tenant.Provider).DisplayName(tenant) };
    }

    /// <summary>The tenant with the schemas that were asked for: the first name is its own, and what is a pattern is never that.</summary>
    public TenantContext InSchemas(TenantContext tenant)
    {
        var asked = run.Get(Options.Schema) ?? [];
        var own = asked is [var first, ..] && !first.AsSpan().ContainsAny('*', '?') ? first : null;
        return tenant with
        {
            Schema = own ?? tenant.Schema,
            Schemas = [.. own is null ? asked : asked.Skip(1)],
            Ledger = run.Get(Options.Ledger),
            Role = run.Get(Options.Role) is { Length: > 0 } role ? role : null,
        };
    }

    /// <summary>What <c>--target</c> names.</summary>
    public Task<SchemaTarget> TargetAsync(CancellationToken cancellationToken) =>
        ReadAsync(run.Require(Options.Target, "give an assembly (.dll, .exe), a snapshot file (.json) or a connection string"),
            cancellationToken);

    /// <summary>What <c>--target</c> names, as far as it has to be looked at before it is read.</summary>
    public async Task<UnreadSource> UnreadTargetAsync(CancellationToken cancellationToken)
    {
        if (run.Get(Options.Target) is not { Length: > 0 } source) return new(null, () => TargetAsync(cancellationToken));
        var keeps = run.Has(Options.Cache);
        if (HasExtension(source, ".json"))
        {
            Fingerprint? content = keeps ? await SnapshotFile.ContentAsync(source, cancellationToken).ConfigureAwait(false) : null;
            return new(content, async () =>
            {
                var bytes = await SnapshotFile.BytesAsync(source, cancellationToken).ConfigureAwait(false);
                var target = SchemaTarget.Of(SnapshotFile.Read(bytes, source));
                // Somebody may write it again meanwhile.
                return content is { } known && Fingerprint.OfBytes(bytes) == known ? target with { Content = known } : target;
            })
            {
                OutlineAsync = () => SnapshotFile.OutlineAsync(source, cancellationToken),
            };
        }

        if (!keeps || !HasExtension(source, ".dll", ".exe")) return new(null, () => TargetAsync(cancellationToken));
        var declared = ManifestReader.ContentOf(source, Provider, Parts);
        return new(declared, async () =>
        {
            var target = await TargetAsync(cancellationToken).ConfigureAwait(false);
            // A build may write it again meanwhile.
            return ManifestReader.ContentOf(source, Provider, Parts) == declared ? target with { Content = declared } : target;
        });
    }

    /// <summary>A source as a target.</summary>
    public async Task<SchemaTarget> ReadAsync(string source, CancellationToken cancellationToken)
    {
        if (HasExtension(source, ".dll", ".exe")) return ManifestReader.Read(source, Provider, Parts);
        if (HasExtension(source, ".json"))
            return SchemaTarget.Of(await SnapshotFile.LoadAsync(source, cancellationToken).ConfigureAwait(false));
        return SchemaTarget.Of(await run.Engine.SnapshotAsync(Connection(source), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A source as the server prints it, so that any two can be compared.</summary>
    public Task<NormalizedSource> NormalizedAsync(string source, CancellationToken cancellationToken) =>
        NormalizedAsync(source, withGrants: true, cancellationToken);

    /// <summary>The same, with the rights on the objects of a database or without.</summary>
    public async Task<NormalizedSource> NormalizedAsync(string source, bool withGrants, CancellationToken cancellationToken)
    {
        if (!HasExtension(source, ".dll", ".exe", ".json"))
            return new(await run.Engine.SnapshotAsync(Connection(source), withGrants, cancellationToken).ConfigureAwait(false),
                IsDatabase: true);
        var target = await ReadAsync(source, cancellationToken).ConfigureAwait(false);
        return new(target.Snapshot is { Form.IsServer: true } snapshot
            ? snapshot
            : await run.Engine.NormalizeAsync(Scratch, target, cancellationToken).ConfigureAwait(false), IsDatabase: false);
    }

    /// <summary>Those of some sources that are databases.</summary>
    public IEnumerable<TenantContext> Databases(params string[] sources) =>
        sources.Where(s => !HasExtension(s, ".dll", ".exe", ".json")).Select(Connection);

    private TenantContext Connection(string source)
    {
        run.Terminal.Secrets.Learn(source);
        // The text may be a mistyped connection string: only what cannot hold a secret is repeated.
        if (!source.Contains('=', StringComparison.Ordinal))
            throw new SchemaSyncException(BuildDiagnostics.UnknownSource, source,
                File.Exists(source) ? $"its extension says nothing{FileAdvice}" : "it has no extension we know and no 'name=value'");
        return Tenant(source);
    }

    private string FileAdvice => string.Concat(run.Adapters.All.Where(a => a.FileConnection is not null)
        .Select(a => $" (for a file of {a.Provider} write '{a.FileConnection!.Replace("{tenant}", "FILE", StringComparison.Ordinal)}')"));

    // "Data Source=x.dll" is a connection string; "a=b/app.dll" is a file when it is there.
    private static bool HasExtension(string source, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (source.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return !source.Contains('=', StringComparison.Ordinal) || File.Exists(source);
        }

        return false;
    }
}

/// <summary>A target that was not read yet.</summary>
/// <param name="Content">What tells it from others; null where nothing is kept about it, and for a database.</param>
/// <param name="Read">Reads it.</param>
internal sealed record UnreadSource(Fingerprint? Content, Func<Task<SchemaTarget>> Read)
{
    /// <summary>The outline of a snapshot file; null where it has to be read whole.</summary>
    public Func<Task<SnapshotOutline?>> OutlineAsync { get; init; } = () => Task.FromResult<SnapshotOutline?>(null);
}

/// <summary>A source as the server prints it; of a database with the rights on all its objects.</summary>
internal sealed record NormalizedSource(Snapshot Snapshot, bool IsDatabase)
{
    /// <summary>What is compared with another source: a database has rights on everything, and
    /// only a declaration or a file can say which of them are meant.</summary>
    public Snapshot Beside(NormalizedSource other) =>
        !IsDatabase ? Snapshot : (other.IsDatabase ? other.Snapshot.Empty() : other.Snapshot).SpokenOf(Snapshot);
}
