namespace SchemaSync.Cli.Reports;

/// <summary>One JSON document per run, described by docs/json/schemasync-report.v1.schema.json.</summary>
internal sealed class JsonReport(Terminal terminal, string verb) : Report(terminal)
{
    private const int Version = 1;

    public override bool IsOneDocument => true;

    public override void Validation(string database, Validation validation) => Print("validation", json =>
    {
        json.String("database", database);
        json.Boolean("equal", validation.IsEqual);
        Changes(json, validation.Diff.Changes);
        Diagnostics(json, "diagnostics", validation.Diagnostics);
        Paths(json, validation.Unmanaged);
    });

    public override void Diff(Diff diff) => Print("diff", json =>
    {
        json.Boolean("equal", diff.IsEmpty);
        json.String("from", diff.From.Fingerprint.Value);
        json.String("to", diff.To.Fingerprint.Value);
        Changes(json, diff.Changes);
        Diagnostics(json, "diagnostics", diff.Findings);
    });

    public override void Plan(string database, Plan plan, PlanPolicy policy) => Print("plan", json =>
    {
        json.String("database", database);
        PlanMembers(json, plan, policy);
    });

    public override void Execution(ExecutionReport report) => Print("execution", json =>
    {
        json.String("database", report.Tenant);
        json.String("outcome", report.Outcome switch { Outcome.Done => "done", Outcome.Planned => "planned", _ => "nothing-to-do" });
        json.String("runId", report.RunId);
        json.Number("milliseconds", (long)report.Elapsed.TotalMilliseconds);
        PlanMembers(json, report.Plan, null);
        Paths(json, report.Unmanaged);
    });

    public override void Audit(string database, LedgerReading reading) => Print("audit", json =>
    {
        json.String("database", database);
        json.StartArray("runs");
        foreach (var entry in reading) Run(json, entry);
        json.EndArray();
        Diagnostics(json, "diagnostics", reading.Findings);
    });

    public override void LedgerSetAside(string database, IReadOnlyList<string> tables) => Print("ledger-set-aside", json =>
    {
        json.String("database", database);
        json.StartArray("tables");
        foreach (var table in tables) json.String(null, table);
        json.EndArray();
    });

    public override void Tenants(FleetReport report, bool isCompared) => Print("tenants", json =>
    {
        json.StartArray("tenants");
        foreach (var tenant in report.Tenants)
        {
            json.StartObject();
            json.String("tenant", tenant.Tenant);
            json.String("state", isCompared || tenant.State == TenantState.Failed ? StateWords(tenant.State) : "read");
            json.String("fingerprint", tenant.From?.Value);
            json.Number("changes", tenant.Plan?.Changes.Count ?? 0);
            Diagnostics(json, "diagnostics", tenant.Diagnostics);
            json.EndObject();
        }

        json.EndArray();
        if (report.HadEnded) json.Boolean("hadEnded", true);
    });

    public override void Shapes(FleetReport report, bool isCompared) => Print("tenant-shapes", json =>
    {
        json.StartArray("shapes");
        foreach (var shape in report.ShapesOf(isCompared))
        {
            json.StartObject();
            json.String("fingerprint", shape.From.Value);
            json.Number("tenants", shape.Tenants);
            json.String("first", shape.First.Tenant);
            if (isCompared) json.Boolean("equal", shape.First.State == TenantState.Equal);
            Diagnostics(json, "diagnostics", shape.First.Diagnostics);
            json.EndObject();
        }

        json.EndArray();
        Failed(json, report.Tenants.Where(t => t.State == TenantState.Failed));
    });

    public override void Runs(IReadOnlyList<FleetRunStatus> runs) => Print("tenant-runs", json =>
    {
        json.StartArray("tenantRuns");
        foreach (var run in runs) TenantRun(json, run);
        json.EndArray();
    });

    public override void Written(string path, string what) => Print("written", json =>
    {
        json.String("path", path);
        json.String("what", what);
    });

    public override void Failure(IReadOnlyList<Diagnostic> diagnostics)
    {
        base.Failure(diagnostics);
        Print("failure", json => Diagnostics(json, "diagnostics", diagnostics));
    }

    private static void TenantRun(JsonWriter json, FleetRunStatus run)
    {
        json.StartObject();
        json.String("run", run.Run);
        json.String("target", run.Target);
        json.String("state", run.State);
        json.String("reason", run.Reason);
        json.Number("elapsedMs", (long)run.Elapsed.TotalMilliseconds);
        if (run.Left is { } left) json.Number("leftMs", (long)left.TotalMilliseconds);
        json.Number("tenants", run.Tenants);
        json.Number("ended", run.Ended);
        json.StartArray("stages");
        foreach (var wave in run.Waves)
        {
            json.StartObject();
            json.Number("stage", wave.Stage);
            json.Number("tenants", wave.Tenants);
            json.Number("ended", wave.Ended);
            json.Number("atWork", wave.AtWork);
            json.Number("failed", wave.Failed);
            json.Number("workedMs", (long)wave.Worked.TotalMilliseconds);
            json.EndObject();
        }

        json.EndArray();
        json.StartArray("shapes");
        foreach (var shape in run.Shapes)
        {
            json.StartObject();
            json.String("fingerprint", shape.From.Value);
            json.Number("tenants", shape.Tenants);
            json.EndObject();
        }

        json.EndArray();
        Failed(json, run.Failed);
        json.EndObject();
    }

    private static void Failed(JsonWriter json, IEnumerable<TenantResult> failed)
    {
        json.StartArray("failed");
        foreach (var tenant in failed)
        {
            json.StartObject();
            json.String("tenant", tenant.Tenant);
            Diagnostics(json, "diagnostics", tenant.Diagnostics);
            json.EndObject();
        }

        json.EndArray();
    }

    private void Print(string kind, Action<JsonWriter> content)
    {
        var json = new JsonWriter(indented: true);
        json.StartObject();
        json.String("format", "schemasync-report");
        json.Number("version", Version);
        json.String("tool", Composition.Version);
        json.String("verb", verb);
        json.String("kind", kind);
        content(json);
        if (!NotLookedAt.IsEmpty)
        {
            json.StartArray("notLookedAt");
            foreach (var schema in NotLookedAt) json.String(null, schema);
            json.EndArray();
        }

        json.EndObject();
        Terminal.Lines(json.ToString().TrimEnd());
    }

    private static void PlanMembers(JsonWriter json, Plan plan, PlanPolicy? policy)
    {
        json.String("from", plan.From.Fingerprint.Value);
        json.String("to", plan.To.Fingerprint.Value);
        json.Boolean("proved", plan.Proved);
        Changes(json, plan.Changes);
        Diagnostics(json, "hazards", plan.AllHazards.Select(h => h.Diagnostic));
        if (policy is not null)
        {
            json.StartArray("refused");
            foreach (var code in plan.Refused(policy).Select(h => h.Code).Distinct()) json.String(null, code);
            json.EndArray();
        }

        json.StartArray("steps");
        foreach (var step in plan.Steps) StepObject(json, step);
        json.EndArray();
    }

    private static void StepObject(JsonWriter json, Step step)
    {
        json.StartObject();
        json.String("sql", step.Sql);
        json.String("serves", step.Serves);
        json.Boolean("isCheck", step.IsAssertion);
        json.String("lock", step.Lock.ToString());
        json.String("rows", step.Rows.ToString());
        json.String("transaction", step.Transaction.ToString());
        json.String("reverse", step.Reverse.Kind.ToString());
        json.StartArray("hazards");
        foreach (var hazard in step.Hazards) json.String(null, hazard.Code);
        json.EndArray();
        json.EndObject();
    }

    private static void Changes(JsonWriter json, EquatableArray<Change> changes)
    {
        json.StartArray("changes");
        foreach (var change in changes)
        {
            json.StartObject();
            json.String("action", change switch { Change.Add => "add", Change.Drop => "drop", Change.Rename => "rename", _ => "alter" });
            json.String("kind", change.Id.Kind.Name);
            json.String("object", change.Id.QualifiedKey);
            json.String("text", change.ToString());
            json.StartArray("facets");
            if (change is Change.Alter alter)
            {
                foreach (var facet in FacetList.Differences(alter.Before, alter.After)) FacetObject(json, facet);
            }

            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
    }

    private static void FacetObject(JsonWriter json, (string Name, string? Before, string? After) facet)
    {
        json.StartObject();
        json.String("name", facet.Name);
        json.String("before", facet.Before);
        json.String("after", facet.After);
        json.EndObject();
    }

    private static void Diagnostics(JsonWriter json, string member, IEnumerable<Diagnostic> diagnostics)
    {
        json.StartArray(member);
        foreach (var diagnostic in diagnostics)
        {
            json.StartObject();
            json.String("code", diagnostic.Entry.Code);
            json.String("severity", diagnostic.Entry.Severity.ToString());
            json.String("message", OneLine(diagnostic.Message));
            if (diagnostic.Subject is { } subject) json.String("object", subject.ToString());
            if (diagnostic.Location is { } location)
            {
                json.StartObject("location");
                location.WriteFacets(new JsonFacetWriter(json));
                json.EndObject();
            }

            json.EndObject();
        }

        json.EndArray();
    }

    private static void Paths(JsonWriter json, EquatableArray<ObjectId> paths)
    {
        json.StartArray("unmanaged");
        foreach (var path in paths) json.String(null, path.ToString());
        json.EndArray();
    }

    private static void Run(JsonWriter json, LedgerEntry entry)
    {
        json.StartObject();
        json.String("runId", entry.RunId);
        json.String("startedAt", entry.StartedAt.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.String("finishedAt", entry.FinishedAt.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.String("who", entry.Who);
        json.String("host", entry.Host);
        json.String("toolVersion", entry.ToolVersion);
        json.String("action", entry.Action);
        json.String("outcome", entry.Outcome);
        json.String("planHash", entry.PlanHash);
        json.String("from", entry.From.Value);
        json.String("to", entry.To.Value);
        json.StartArray("steps");
        foreach (var step in entry.Steps)
        {
            json.StartObject();
            json.Number("ordinal", step.Ordinal);
            json.String("sql", step.Sql);
            json.String("serves", step.Serves);
            json.String("state", step.State);
            json.Number("milliseconds", (long)step.Duration.TotalMilliseconds);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }
}
