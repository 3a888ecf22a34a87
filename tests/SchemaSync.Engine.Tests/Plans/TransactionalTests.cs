namespace SchemaSync.Engine.Tests;

/// <summary>Plans that were asked for as one transaction.</summary>
public sealed class TransactionalTests
{
    private static readonly Snapshot Target = new() { Form = Sample.Form, Objects = [Sample.Customers()] };

    [Fact]
    public void Steps_take_their_transactional_form()
    {
        var plan = Plan(new Step
        {
            Sql = "slow way",
            TransactionalSql = "one way",
            Serves = "x",
            Subject = ObjectId.Top(ObjectKind.Table, new("customers")),
            Transaction = TransactionMode.None,
        }, transactional: true);
        Assert.Equal(("one way", TransactionMode.Shared), (plan.Steps[0].Sql, plan.Steps[0].Transaction));
    }

    [Fact]
    public void Without_being_asked_steps_stay_as_they_are() =>
        Assert.Equal("slow way",
            Plan(new Step
            {
                Sql = "slow way",
                TransactionalSql = "one way",
                Serves = "x",
                Subject = ObjectId.Top(ObjectKind.Table, new("customers")),
                Transaction = TransactionMode.None,
            }, transactional: false).Steps[0].Sql);

    [Fact]
    public void A_step_that_no_transaction_can_hold_is_refused()
    {
        var step = new Step
        {
            Sql = "only so",
            Serves = "alter table customers",
            Subject = ObjectId.Top(ObjectKind.Table, new("customers")),
            Transaction = TransactionMode.None,
        };
        var e = Assert.Throws<SchemaSyncException>(() => Plan(step, transactional: true));
        Assert.Equal("SSY0304", e.Diagnostics[0].Entry.Code);
        Assert.Contains("alter table customers", e.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static Plan Plan(Step step, bool transactional) =>
        Planner.Plan(Target.Empty(), Target, ManagedScope.Everything, new OneStepDialect(step), transactional);

    private sealed class OneStepDialect(Step step) : Dialect
    {
        public override string Provider => ProviderNames.Sqlite;

        public override NormalForm ServerForm => Sample.Form;

        public override StringComparer Names => StringComparer.Ordinal;

        public override LedgerTables Ledger => throw new NotSupportedException();

        public override Snapshot Lower(SchemaModel model) => throw new NotSupportedException();

        public override string Fold(string sql) => sql;

        public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) => expression;

        public override IEnumerable<string> NamesIn(string sql) => [];

        public override string? Misplaced(SchemaObject subject, string facet, string text) => null;

        protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind>
        {
            ObjectKind.Table, ObjectKind.View, ObjectKind.Trigger, ObjectKind.Column, ObjectKind.PrimaryKey,
            ObjectKind.UniqueConstraint, ObjectKind.CheckConstraint,
            ObjectKind.ForeignKey, ObjectKind.Index,
        };

        protected override PlannedSteps Expand(Diff diff) => new([], [step]);
    }
}
