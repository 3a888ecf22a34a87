using System.Runtime.CompilerServices;

namespace SchemaSync.Engine.Tests;

/// <summary>What any version wrote is read for ever, and what is written changes only together with the version.</summary>
public sealed class FormatCorpusTests
{
    private static readonly AdapterRegistry Adapters =
        new(new SqliteAdapter(), new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter());

    [Fact]
    public void Snapshots()
    {
        const string Format = "snapshot";
        var version = SnapshotFile.Format.Version;
        FormatCorpus.Same(Format, version, "everything.json", SnapshotFile.Write(All()));
        foreach (var provider in ProviderNames.All)
            FormatCorpus.Offer(Format, version, FileOf(provider), () => SnapshotFile.Write(Sample(provider)));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = SnapshotFile.Read(file.Text, file.Name);
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                $"{read.Fingerprint} {read.Form} intents:{read.Intents.Count} synonyms:{read.Synonyms.Count} "
                    + $"unsupported:{read.Unsupported.Count}");
            if (file.Version == version) FormatCorpus.Same(Format, version, file.Name, SnapshotFile.Write(read));
        }
    }

    [Fact]
    public void Plans()
    {
        const string Format = "plan";
        var version = PlanFile.Format.Version;
        FormatCorpus.Same(Format, version, "everything.json", PlanFile.Write(EveryPlan()));
        foreach (var provider in ProviderNames.All)
            FormatCorpus.Offer(Format, version, FileOf(provider),
                () => PlanFile.Write(Planner.Plan(Sample(provider).Empty(), Sample(provider), ManagedScope.Everything,
                    Adapters.For(provider).OfflineDialect) with { Tool = "0.1.0" }));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = PlanFile.Read(file.Text, file.Name);
            var hazards = string.Join(",", read.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                $"{read.From.Fingerprint} {read.To.Fingerprint} changes:{read.Changes.Count} checks:{read.DataChecks.Count} "
                    + $"steps:{read.Steps.Count} hazards:{hazards}");
            if (file.Version == version) FormatCorpus.Same(Format, version, file.Name, PlanFile.Write(read));
        }
    }

    [Fact]
    public void Manifests()
    {
        const string Format = "manifest";
        var version = Manifest.Format.Version;
        FormatCorpus.Same(Format, version, "everything.json",
            Manifest.Write([new() { Providers = ProviderNames.All, Objects = All().Objects, Intents = All().Intents }]));
        foreach (var provider in ProviderNames.All)
            FormatCorpus.Offer(Format, version, FileOf(provider), () => Manifest.Write([Declared(provider)]));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = Manifest.Read(file.Text);
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                string.Join(" ", read.Select(m => $"{string.Join(",", m.Providers)} {Of(m)} intents:{m.Intents.Count}")));
            if (file.Version == version) FormatCorpus.Same(Format, version, file.Name, Manifest.Write(read));
        }
    }

    [Fact]
    public void Locations()
    {
        const string Format = "locations";
        var version = Manifest.LocationsFormat.Version;
        var paths = All().Objects.Select((o, i) =>
            KeyValuePair.Create(ObjectId.Of(o), new SourceLocation($"Models/{i % 3}.cs", i + 1, 5, i + 2, 9)));
        FormatCorpus.Same(Format, version, "everything.json", Manifest.WriteLocations(paths));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = Manifest.ReadLocations(file.Text);
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                SealedJson.Digest(string.Join("\n",
                    read.OrderBy(l => l.Key.ToString(), StringComparer.Ordinal).Select(l => $"{l.Key} {l.Value}"))));
        }
    }

    [Fact]
    public void Names()
    {
        const string Format = "names";
        var version = NamesFormat.Format.Version;
        DeclaredClass customer = new()
        {
            Type = "Shop.Customer",
            Kind = ObjectKind.Table,
            Name = new("customers"),
            Members = [new("Id", "id"), new("Email", "mail")],
            Key = ["id"],
        };
        DeclaredClass days = new()
        {
            Type = "Shop.Days",
            Kind = ObjectKind.EnumType,
            Name = new("days"),
            Members = [new("Monday", "monday")],
            Numbers = ["1"],
            IsFlags = true,
        };
        FormatCorpus.Same(Format, version, "everything.json",
            NamesFormat.Write([new()
            {
                Providers = ProviderNames.All,
                Classes = [customer, days],
                Others = [ObjectId.In(ObjectKind.Index, new("customers"), new("ix_mail")),
                    ObjectId.Top(ObjectKind.Function, new("f"), "integer")],
            }]));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = NamesFormat.Read(file.Text);
            var classes = read.SelectMany(n => n.Classes)
                .Select(c =>
                    $"{c.Type}:{c.Kind}:{c.Name}:{string.Join(",", c.Members.Select(m => $"{m.Name}={m.Value}"))}:"
                        + $"{string.Join(",", c.Key)}:{string.Join(",", c.Numbers)}:{c.IsFlags}");
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                $"{string.Join(" ", classes)} {string.Join(" ", read.SelectMany(n => n.Others))} for "
                    + $"{string.Join(",", read.SelectMany(n => n.Providers))}");
            if (file.Version == version) FormatCorpus.Same(Format, version, file.Name, NamesFormat.Write(read));
        }
    }

    [Fact]
    public void Parts()
    {
        const string Format = "parts";
        var version = PartList.Format.Version;
        FormatCorpus.Same(Format, version, "everything.json",
            PartList.Write([new("Shop.Sales", ProviderNames.All), new("Stock", [ProviderNames.Sqlite])]));
        foreach (var file in FormatCorpus.Files(Format, ".json"))
        {
            var read = PartList.Read(file.Text);
            FormatCorpus.ReadAs(Format, file.Version, file.Name,
                string.Join(" ", read.Select(p => $"{p.Name}:{string.Join(",", p.Providers)}")));
            if (file.Version == version) FormatCorpus.Same(Format, version, file.Name, PartList.Write(read));
        }
    }

    private static string FileOf(string provider) => provider.ToLowerInvariant() + ".json";

    private static Fingerprint Of(SchemaModel model) =>
        Fingerprint.Of(new() { Form = new(model.Providers[0], IsServer: false), Objects = model.Objects });

    private static Snapshot All()
    {
        var objects = Everything.Objects();
        return new()
        {
            Form = new(ProviderNames.PostgreSql, IsServer: true, 18),
            Objects = objects,
            Intents =
            [
                new(IntentKind.Backfill, ObjectId.In(ObjectKind.Column, new QualifiedName("customers"), new("code")), new("code"))
                {
                    Sql = "lower(email)",
                    Rows = 500,
                    Pause = 10,
                },
                new(IntentKind.Convert, ObjectId.In(ObjectKind.Column, new QualifiedName("customers"), new("born")),
                    new("born")) { Sql = "born::date" },
                new(IntentKind.Before, Intent.Run, Intent.Run.Name) { Sql = "SELECT 1", Order = -1 },
                new(IntentKind.After, ObjectId.Top(ObjectKind.Table, new("customers")), new("customers"))
                {
                    Sql = "SELECT 2",
                    Unproved = true,
                },
                new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("customers"), new("email")), new("mail")),
                new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Table, new("gone")), new("gone")),
            ],
            Synonyms = [new(ObjectId.Top(ObjectKind.View, new("v")), "'x'::text", "'x'::text AS text")],
            Unsupported = [.. Engine.Tests.Sample.Full().Unsupported],
        };
    }

    /// <summary>A plan with every word that a step can have.</summary>
    private static Plan EveryPlan()
    {
        var plan = Engine.Tests.Sample.Plan() with { Tool = "0.1.0", Transactional = true };
        var step = plan.Steps[0];
        return plan with
        {
            DataChecks = [.. plan.DataChecks, new(step.Subject, "SELECT 1", "it is so") { Value = "''" }],
            Steps =
            [
                .. plan.Steps,
                step with { Fill = new("\"t\"", "\"a\" IS NULL", ["\"id\""], 2000, 10), Written = "[Backfill] of column t.a" },
                step with { IsHook = true, IsUntried = true, Written = "[AfterSync] of table t" },
                step with { Makes = true },
                step with { Drops = true },
                .. Enum.GetValues<LockMode>().Select(l => step with { Lock = l }),
                .. Enum.GetValues<RowAccess>().Select(r => step with { Rows = r }),
                .. Enum.GetValues<TransactionMode>().Select(t => step with { Transaction = t }),
                .. Enum.GetValues<ReverseKind>().Select(r => step with { Reverse = new(r, "why") }),
            ],
        };
    }

    private static Snapshot Sample(string provider) => Adapters.For(provider).OfflineDialect.Lower(Declared(provider));

    /// <summary>What the generator makes of its sample of everything that the provider has.</summary>
    private static SchemaModel Declared(string provider)
    {
        var name = provider == ProviderNames.Sqlite
            ? "ManifestTests.Everything_that_SQLite_has_becomes_a_manifest"
            : $"ProviderManifestTests.Everything_that_{Spelled(provider)}_has_becomes_a_manifest";
        return Manifest.Read(File.ReadAllText(Path.Combine(Generators(), name + ".verified.txt")))
            .First(m => m.Providers.Contains(provider)) with { Providers = [provider] };
    }

    private static string Spelled(string provider) =>
        provider switch { ProviderNames.PostgreSql => "PostgreSQL", ProviderNames.MySql => "MySQL", _ => "MariaDB" };

    private static string Generators([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../SchemaSync.Generators.Tests"));
}
