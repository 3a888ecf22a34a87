namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// The rows of a table that is made anew, on their way from the old one into the new one: aside into a table of their own, and back.
/// All of it is one transaction under the strongest lock, so nobody sees the table without them, and a run that dies leaves it as it was.
/// </summary>
internal sealed class RowMove(PlanState state, PlanSteps steps, RemadeTable table)
{
    private readonly ObjectId _id = ObjectId.Of(table.After);
    private readonly string _table = Q(table.After.Name);
    private readonly string _aside = Q(table.After.Name.Sibling(TemporaryName.Of("rows", table.After.Name)));

    private string Serves => table.Change.ToString();

    private IEnumerable<Sequence> Owned => state.To.OfType<Sequence>().Where(s => s.OwnedBy is { } owner && owner.Table == table.After.Name
        && state.From.OfType<Sequence>().Any(f => f.Name == s.Name));

    private IEnumerable<Column> Numbered =>
        table.After.Columns.Where(c => c.Identity is not null && table.Before.Column(c.Name)?.Identity is not null);

    /// <summary>Adds the steps.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: something else about the table changes that the copy cannot do along.</exception>
    public void Plan()
    {
        Refuse();
        NobodyElsesPartition();
        NotPublished();
        NotLabelled();
        new PartitionQuestions(state, steps).AskAll(table);
        foreach (var key in Keys(table.Before)) KeptForeignKeys.Apart(state, steps, table.After.Name, key.Select(c => c.Column));
        Aside();
        Back();
    }

    private void Refuse()
    {
        if (state.Others.FirstOrDefault(t => t.PartitionOf == table.After.Name || state.Remade.Contains(t.PartitionOf)) is { } undeclared)
            Cannot($"{undeclared.Name} is a partition of it that nobody declared, and would go with it");
        if (state.IsClosed(table.After.Name)) Cannot("it has a partition of another schema or kind, which would go with it");
        RefuseOtherParts();
        foreach (var column in table.After.Columns)
        {
            var before = table.Before.Column(column.Name);
            var isOther = before is null ? column is { Nullable: false, Default: null, Identity: null, Computed: null }
                : before.Type != column.Type || before.Computed != column.Computed || before.Identity != column.Identity;
            if (isOther) Cannot($"{column.Name} changes at the same time; change it in a run of its own, before or after");
        }

        if (table.After.Columns.Any(c => state.Values.Fill(ObjectId.Of(table.After.Name, c)) is not null))
            Cannot("rows get values at the same time; do that in a run of its own, before or after");
        var user = state.From.FirstOrDefault(o => o is Table or Domain or CompositeType && !state.Remade.Contains(o.Name)
            && state.Uses.Of(o).Contains(table.After.Name) && state.To.Any(t => t.Kind == o.Kind && t.Name == o.Name));
        if (user is not null) Cannot($"{ObjectId.Of(user)} uses its rows as a type; drop that first, and add it again afterwards");
    }

    private void RefuseOtherParts()
    {
        if (state.Remade.JoiningOf(table).FirstOrDefault() is { Name.IsEmpty: false } joining)
            Cannot($"{joining} is a table of its own still, and its rows would go with it; make it a partition in a run after this one");
        if (state.Remade.LeavingOf(table).FirstOrDefault() is { Name.IsEmpty: false } leaving)
            Cannot($"{leaving} is a partition of it still; make it a table of its own in a run before this one");
    }

    private void Cannot(string why) => throw PlanState.CannotPlan(_id, Serves, why);

    // A partition that came since would go with the table: its rows are copied, and what else it is would be lost.
    private void NobodyElsesPartition()
    {
        var name = PostgreSqlText.Literal(Q(state.Former(table.After.Name)));
        steps.Ask(new(_id, $"SELECT t.relid::pg_catalog.regclass::pg_catalog.text AS partition FROM pg_catalog.pg_partition_tree({name}"
            + "::pg_catalog.regclass) t WHERE NOT (t.relid::pg_catalog.oid OPERATOR(pg_catalog.=) ANY (ARRAY["
            + $"{Gone}]::pg_catalog.oid[]))",
            $"{table.After.Name} has a partition that came after the plan was made"));
    }

    // A publication loses a table that goes, and says nothing; its subscribers would stand still.
    private void NotPublished() => steps.Ask(new(_id,
        "SELECT p.pubname::pg_catalog.text AS publication FROM pg_catalog.pg_publication_rel r "
        + "JOIN pg_catalog.pg_publication p ON p.oid OPERATOR(pg_catalog.=) r.prpubid WHERE r.prrelid OPERATOR(pg_catalog.=) "
        + $"ANY (ARRAY[{Gone}]::pg_catalog.oid[])",
        $"{table.After.Name} is published, and would no more be when it is made anew; take it out of the publication first"));

    // A security label is of a provider that nobody here knows, goes with its table or column, and is in no dump of ours.
    private void NotLabelled() => steps.Ask(new(_id,
        "SELECT l.provider, l.label FROM pg_catalog.pg_seclabel l WHERE l.classoid OPERATOR(pg_catalog.=) "
        + $"{CatalogClass.Relation}::pg_catalog.oid AND l.objoid OPERATOR(pg_catalog.=) ANY (ARRAY[{Gone}]::pg_catalog.oid[])",
        $"{table.After.Name} has a security label, which would be gone when it is made anew; take it off first, and put it on afterwards"));

    // The table and its partitions, as they are called before the first step.
    private string Gone => string.Join(", ", state.Remade.PartitionsOf(table).Append(table.After.Name)
        .Select(n => $"pg_catalog.to_regclass({PostgreSqlText.Literal(Q(state.Former(n)))})::pg_catalog.oid"));

    private void Aside()
    {
        Add(Phase.DropForeignKeys, $"LOCK TABLE {_table} IN ACCESS EXCLUSIVE MODE");
        // Its owner would see no row that the policies hide.
        if (table.Before.HasOption(StorageOptions.ForceRowSecurity))
            Add(Phase.DropForeignKeys, $"ALTER TABLE {_table} NO FORCE ROW LEVEL SECURITY");
        Add(Phase.DropKeys, KeptGrants.Keep(table.After));
        foreach (var column in Numbered)
            Add(Phase.DropKeys, $"SELECT pg_catalog.set_config('{Setting(column)}', "
                + $"coalesce(pg_catalog.pg_sequence_last_value({Numbers(column)}::pg_catalog.regclass)::pg_catalog.text, ''), true)");
        foreach (var sequence in Owned) Add(Phase.DropKeys, $"ALTER SEQUENCE {Q(sequence.Name)} OWNED BY NONE");
        steps.Add(Phase.DropKeys, PlanSteps.Brief(Serves, _id, $"CREATE UNLOGGED TABLE {_aside} AS SELECT {Columns} FROM {_table}", null,
            [PlanHazards.Rewrites(_id, Serves, table.After.Name), PlanHazards.BlocksReads(_id, Serves, table.After.Name),
                .. table.Before.Columns.Where(c => c.Computed is null && table.After.Column(c.Name) is null)
                    .Select(c => ObjectId.Of(table.After.Name, c)).Select(c => PlanHazards.Loses(c, $"dropping {c}"))]) with
        {
            Rows = RowAccess.Scan,
            Reverse = new(ReverseKind.Sql, "the same with the table as it was"),
        });
    }

    private void Back()
    {
        var home = state.To.OfType<Table>().Any(t => t.PartitionOf == table.After.Name) || table.After.PartitionBy is not null
            ? "it fits into no partition, or not into the new table" : "it does not fit into the new table";
        steps.Add(Phase.Alter, PlanSteps.Brief(Serves, _id,
            $"INSERT INTO {_table} ({Columns}) OVERRIDING SYSTEM VALUE SELECT {Columns} FROM {_aside}", null,
            PlanHazards.MayFail(_id, Serves, table.After.Name, home)) with { Rows = RowAccess.Rewrite });
        steps.Add(Phase.Alter, PlanSteps.Brief(Serves, _id,
            $"SELECT a AS \"rows before\", b AS \"rows after\" FROM (SELECT (SELECT pg_catalog.count(*) FROM {_aside}) AS a, "
                + $"(SELECT pg_catalog.count(*) FROM {_table}) AS b) counted WHERE a OPERATOR(pg_catalog.<>) b") with
        {
            IsAssertion = true,
            Expectation = $"{table.After.Name} has another number of rows than before",
            Rows = RowAccess.Scan,
        });
        Add(Phase.Alter, $"DROP TABLE {_aside}");
        foreach (var column in Numbered)
            Add(Phase.Alter, $"SELECT pg_catalog.setval({Numbers(column)}::pg_catalog.regclass, n::pg_catalog.int8) FROM "
                + $"pg_catalog.current_setting('{Setting(column)}') AS n WHERE n OPERATOR(pg_catalog.<>) ''");
        foreach (var sequence in Owned) Add(Phase.Alter, SequenceText.Own(sequence));
        if (table.After.Grants is not null) Add(Phase.Alter, GrantText.RevokeEverything(table.After));
        Add(Phase.Alter, KeptGrants.Give(table.After));
    }

    private string Columns => string.Join(", ", table.After.Columns
        .Where(c => c.Computed is null && table.Before.Column(c.Name) is not null).Select(c => Q(c.Name)));

    private string Numbers(Column column) =>
        $"pg_catalog.pg_get_serial_sequence({PostgreSqlText.Literal(_table)}, {PostgreSqlText.Literal(column.Name.Value)})";

    private string Setting(Column column) =>
        $"schemasync.{TemporaryName.Of("numbers", table.After.Name, column.Name).Value.TrimStart('_')}";

    private void Add(Phase phase, string sql) => steps.Add(phase, PlanSteps.Brief(Serves, _id, sql));

    private static IEnumerable<EquatableArray<IndexPart>> Keys(Table table) =>
        (table.PrimaryKey is { } key ? new[] { key.Columns } : []).Concat(table.UniqueConstraints.Select(u => u.Columns))
            .Concat(table.Indexes.Where(i => i.Unique).Select(i => i.Columns));

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
