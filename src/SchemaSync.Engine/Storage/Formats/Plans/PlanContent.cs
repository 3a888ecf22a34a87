namespace SchemaSync.Engine.Storage.Formats.Plans;

/// <summary>The members of a plan in JSON, and back.</summary>
internal static class PlanContent
{
    public static void Write(JsonWriter json, Plan plan)
    {
        var facets = new JsonFacetWriter(json);
        json.String("provider", plan.Provider);
        // Whether it is proved is no member: whoever applies a file proves it again.
        facets.Text("tool", plan.Tool.Length == 0 ? null : plan.Tool);
        facets.Flag("revert", plan.IsRevert);
        facets.Flag("transactional", plan.Transactional);
        json.StartArray("changes");
        foreach (var change in plan.Changes) Write(json, facets, change);
        json.EndArray();
        facets.Parts("hazards", plan.Hazards.Select(h => new HazardFacets(h)).ToEquatableArray());
        facets.Parts("dataChecks", plan.DataChecks.Select(c => new DataCheckFacets(c)).ToEquatableArray());
        facets.Parts("steps", plan.Steps.Select(s => new StepFacets(s)).ToEquatableArray());
        json.StartObject("from");
        SnapshotFile.WriteContent(json, plan.From);
        json.EndObject();
        json.StartObject("to");
        SnapshotFile.WriteContent(json, plan.To);
        json.EndObject();
    }

    public static Plan Read(FacetReader reader) => new()
    {
        Provider = reader.RequiredText("provider"),
        IsSaved = true,
        Tool = reader.Text("tool") ?? "",
        IsRevert = reader.Flag("revert"),
        Transactional = reader.Flag("transactional"),
        Changes = reader.Parts("changes", ReadChange),
        Hazards = reader.Parts("hazards", HazardFacets.Read).Select(h => h.Hazard).ToEquatableArray(),
        DataChecks = reader.Parts("dataChecks", DataCheckFacets.Read).Select(c => c.Check).ToEquatableArray(),
        Steps = reader.Parts("steps", StepFacets.Read).Select(s => s.Step).ToEquatableArray(),
        From = reader.Part("from", SnapshotFile.ReadContent) ?? throw new JsonFormatException("member 'from' is missing"),
        To = reader.Part("to", SnapshotFile.ReadContent) ?? throw new JsonFormatException("member 'to' is missing"),
    };

    private static void Write(JsonWriter json, JsonFacetWriter facets, Change change)
    {
        var (word, before, after) = change switch
        {
            Change.Add add => ("add", null, add.After),
            Change.Drop drop => ("drop", drop.Before, null),
            Change.Alter alter => ("alter", alter.Before, alter.After),
            Change.Rename rename => ("rename", rename.Before, (SchemaObject?)rename.After),
            _ => throw new InvalidOperationException($"unknown change {change}"),
        };
        json.StartObject();
        json.String("change", word);
        json.String("kind", change.Subject.Kind.Name);
        if (!change.Owner.IsEmpty) json.String("owner", change.Owner.ToString());
        if (before is not null) facets.Object(before, "before");
        if (after is not null) facets.Object(after, "after");
        json.EndObject();
    }

    private static Change ReadChange(FacetReader reader)
    {
        var kind = ObjectKind.Of(reader.RequiredText("kind"));
        var owner = reader.QualifiedName("owner");
        SchemaObject Object(string member) =>
            reader.Part(member, r => kind.Read(r)) ?? throw new JsonFormatException($"member '{member}' is missing");
        return reader.RequiredText("change") switch
        {
            "add" => new Change.Add(owner, Object("after")),
            "drop" => new Change.Drop(owner, Object("before")),
            "alter" => new Change.Alter(owner, Object("before"), Object("after")),
            "rename" => new Change.Rename(owner, Object("before"), Object("after")),
            var word => throw new JsonFormatException($"member 'change' has the unknown value '{word}'"),
        };
    }
}

/// <summary>A hazard in JSON: code and arguments, never the sentence, which may change with the version.</summary>
internal sealed record HazardFacets(Hazard Hazard) : IFacets
{
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("code", Hazard.Code);
        writer.Names("arguments", Hazard.Diagnostic.Arguments.Select(a => new Identifier(a)).ToEquatableArray());
        if (Hazard.Diagnostic.Subject is { } subject) subject.WriteFacets(writer);
    }

    public static HazardFacets Read(FacetReader reader)
    {
        var code = reader.RequiredText("code");
        if (!DiagnosticCatalog.All.TryGetValue(code, out var entry))
            throw new JsonFormatException($"the code '{code}' is not known to this version");
        ObjectId? subject = reader.Text("kind") is null ? null : ObjectId.Read(reader);
        return new(new Hazard(new Diagnostic(entry,
            reader.Names("arguments").Select(a => a.Value).ToEquatableArray()) { Subject = subject }));
    }
}

/// <summary>A data check in JSON.</summary>
internal sealed record DataCheckFacets(DataCheck Check) : IFacets
{
    public void WriteFacets(FacetWriter writer)
    {
        Check.Subject.WriteFacets(writer);
        writer.Text("sql", Check.Sql);
        writer.Text("meaning", Check.Meaning);
        writer.Text("value", Check.Value.Length == 0 ? null : Check.Value);
    }

    public static DataCheckFacets Read(FacetReader reader) =>
        new(new DataCheck(ObjectId.Read(reader), reader.RequiredText("sql"), reader.RequiredText("meaning"))
        {
            Value = reader.Text("value") ?? "",
        });
}

/// <summary>A step in JSON.</summary>
internal sealed record StepFacets(Step Step) : IFacets
{
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("sql", Step.Sql);
        writer.Text("transactionalSql", Step.TransactionalSql);
        writer.Part("online", Step.Online is { } online ? new TableChangeFacets(online) : null);
        writer.Part("fill", Step.Fill is { } fill ? new RowFillFacets(fill) : null);
        writer.Text("written", Step.Written.Length == 0 ? null : Step.Written);
        writer.Flag("hook", Step.IsHook);
        writer.Flag("untried", Step.IsUntried);
        writer.Flag("makes", Step.Makes);
        writer.Flag("drops", Step.Drops);
        writer.Text("serves", Step.Serves);
        Step.Subject.WriteFacets(writer);
        writer.Flag("assertion", Step.IsAssertion);
        writer.Text("expectation", Step.Expectation.Length == 0 ? null : Step.Expectation);
        writer.Parts("hazards", Step.Hazards.Select(h => new HazardFacets(h)).ToEquatableArray());
        writer.Enumeration("lock", Step.Lock);
        writer.Enumeration("rows", Step.Rows);
        writer.Enumeration("transaction", Step.Transaction);
        writer.Enumeration("reverse", Step.Reverse.Kind);
        writer.Text("reverseText", Step.Reverse.Text.Length == 0 ? null : Step.Reverse.Text);
    }

    public static StepFacets Read(FacetReader reader) => new(new Step
    {
        Sql = reader.RequiredText("sql"),
        TransactionalSql = reader.Text("transactionalSql"),
        Online = reader.Part("online", TableChangeFacets.Read)?.Change,
        Fill = reader.Part("fill", RowFillFacets.Read)?.Fill,
        Written = reader.Text("written") ?? "",
        IsHook = reader.Flag("hook"),
        IsUntried = reader.Flag("untried"),
        Makes = reader.Flag("makes"),
        Drops = reader.Flag("drops"),
        Serves = reader.RequiredText("serves"),
        Subject = ObjectId.Read(reader),
        IsAssertion = reader.Flag("assertion"),
        Expectation = reader.Text("expectation") ?? "",
        Hazards = reader.Parts("hazards", HazardFacets.Read).Select(h => h.Hazard).ToEquatableArray(),
        Lock = reader.Enumeration<LockMode>("lock"),
        Rows = reader.Enumeration<RowAccess>("rows"),
        Transaction = reader.Enumeration<TransactionMode>("transaction"),
        Reverse = new(reader.Enumeration<ReverseKind>("reverse"), reader.Text("reverseText") ?? ""),
    });
}

/// <summary>The form of a step for programs beside the server, in JSON.</summary>
internal sealed record TableChangeFacets(TableChange Change) : IFacets
{
    public void WriteFacets(FacetWriter writer)
    {
        writer.Name("table", Change.Table);
        writer.Text("alter", Change.Alter);
        writer.Text("obstacle", Change.Obstacle.Length == 0 ? null : Change.Obstacle);
    }

    public static TableChangeFacets Read(FacetReader reader) =>
        new(new TableChange(reader.QualifiedName("table"), reader.RequiredText("alter"), reader.Text("obstacle") ?? ""));
}

/// <summary>How a step goes through rows, in JSON.</summary>
internal sealed record RowFillFacets(RowFill Fill) : IFacets
{
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("table", Fill.Table);
        writer.Text("missing", Fill.Missing);
        writer.Texts("key", Fill.Key);
        writer.Number("rows", Fill.Rows);
        writer.Number("pause", Fill.Pause);
    }

    public static RowFillFacets Read(FacetReader reader) => new(new RowFill(
        reader.RequiredText("table"), reader.RequiredText("missing"), reader.Texts("key"),
        reader.Number("rows") ?? Intent.UsualRows, reader.Number("pause") ?? 0));
}
