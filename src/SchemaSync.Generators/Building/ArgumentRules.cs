using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>
/// Which feature an argument of an attribute needs; without an argument, the attribute as a whole. What depends on more than one
/// argument is decided where the object is built.
/// </summary>
internal static class ArgumentRules
{
    private const string Whole = "";

    private static readonly Dictionary<string, (string Argument, Feature Feature)[]> Rules = new(StringComparer.Ordinal)
    {
        ["Check"] = [("NoInherit", Feature.NoInheritChecks), ("NotValid", Feature.NotValid), ("NotEnforced", Feature.NotEnforcedChecks), ("Comment", Feature.ConstraintComments)],
        ["Column"] = [("Invisible", Feature.InvisibleColumns), ("Srid", Feature.Srid), ("Storage", Feature.ColumnStorage), ("Compression", Feature.ColumnStorage)],
        ["Comment"] = [(Whole, Feature.Comments)],
        ["CompositeType"] = [(Whole, Feature.CompositeTypes), ("Comment", Feature.ObjectComments)],
        ["Domain"] = [(Whole, Feature.Domains), ("Comment", Feature.ObjectComments)],
        ["Event"] = [(Whole, Feature.Events)],
        ["Exclude"] = [(Whole, Feature.ExclusionConstraints)],
        ["Extension"] = [(Whole, Feature.Extensions), ("Comment", Feature.ObjectComments)],
        ["ForeignKey"] =
        [
            ("Deferrability", Feature.DeferrableForeignKeys), ("Match", Feature.ForeignKeyMatch), ("OnDeleteColumns", Feature.OnDeleteColumns), ("NotValid", Feature.NotValid),
            ("NotEnforced", Feature.NotEnforcedForeignKeys), ("Period", Feature.ForeignKeyPeriods), ("Comment", Feature.ConstraintComments),
        ],
        ["Function"] =
        [
            (Whole, Feature.Routines), ("Language", Feature.RoutineLanguages), ("Atomic", Feature.AtomicBodies), ("Strict", Feature.RoutinePlanning), ("Leakproof", Feature.RoutinePlanning),
            ("Parallel", Feature.RoutinePlanning), ("Cost", Feature.RoutinePlanning), ("Rows", Feature.RoutinePlanning), ("Settings", Feature.RoutineSettings),
            ("DataAccess", Feature.RoutineDataAccess), ("Definer", Feature.Definers),
        ],
        ["Grant"] = [(Whole, Feature.Grants)],
        ["Identity"] =
        [
            ("Start", Feature.IdentityStart), ("Increment", Feature.IdentityOptions), ("Always", Feature.IdentityOptions), ("Min", Feature.IdentityOptions),
            ("Max", Feature.IdentityOptions), ("Cache", Feature.IdentityOptions), ("Cycle", Feature.IdentityOptions),
        ],
        ["Index"] =
        [
            ("Where", Feature.PartialIndexes), ("Include", Feature.IncludedColumns), ("NullsNotDistinct", Feature.NullsNotDistinct), ("Invisible", Feature.InvisibleIndexes),
            ("Parser", Feature.FullTextParsers), ("Comment", Feature.IndexComments),
        ],
        ["MaterializedView"] = [(Whole, Feature.MaterializedViews)],
        ["OnUpdate"] = [(Whole, Feature.OnUpdate)],
        ["Partition"] = [(Whole, Feature.Partitions), ("Of", Feature.Subpartitions), ("PartitionBy", Feature.Subpartitions)],
        ["PartitionBy"] = [(Whole, Feature.Partitions)],
        ["Policy"] = [(Whole, Feature.RowLevelSecurity)],
        ["PrimaryKey"] = [("Include", Feature.IncludedColumns), ("Deferrability", Feature.DeferrableKeys), ("WithoutOverlaps", Feature.WithoutOverlaps), ("Comment", Feature.ConstraintComments)],
        ["Procedure"] =
        [
            (Whole, Feature.Routines), ("Language", Feature.RoutineLanguages), ("Atomic", Feature.AtomicBodies), ("Settings", Feature.RoutineSettings),
            ("Deterministic", Feature.RoutineDataAccess), ("DataAccess", Feature.RoutineDataAccess), ("Definer", Feature.Definers),
        ],
        ["RowLevelSecurity"] = [(Whole, Feature.RowLevelSecurity)],
        ["Sequence"] = [(Whole, Feature.Sequences), ("Type", Feature.SequenceOwners), ("OwnedBy", Feature.SequenceOwners), ("Comment", Feature.ObjectComments)],
        ["Trigger"] =
        [
            ("UpdateOf", Feature.TriggerUpdateOf), ("When", Feature.TriggerWhen), ("PerStatement", Feature.StatementTriggers), ("Constraint", Feature.ConstraintTriggers),
            ("Deferrability", Feature.ConstraintTriggers), ("From", Feature.ConstraintTriggers), ("OldTable", Feature.TransitionTables), ("NewTable", Feature.TransitionTables),
            ("State", Feature.TriggerStates), ("Follows", Feature.TriggerOrder), ("Definer", Feature.Definers), ("Comment", Feature.ObjectComments),
        ],
        ["Unique"] =
        [
            ("Include", Feature.IncludedColumns), ("NullsNotDistinct", Feature.NullsNotDistinct), ("Deferrability", Feature.DeferrableKeys),
            ("WithoutOverlaps", Feature.WithoutOverlaps), ("Comment", Feature.ConstraintComments),
        ],
        ["View"] =
        [
            ("SecurityInvoker", Feature.SecurityInvokerViews), ("SecurityBarrier", Feature.SecurityBarrierViews), ("CheckOption", Feature.ViewCheckOptions),
            ("Algorithm", Feature.ViewAlgorithms), ("Comment", Feature.ObjectComments),
        ],
    };

    /// <summary>The arguments of an attribute that not every provider has.</summary>
    public static (string Argument, Feature Feature)[] Of(string kind) => Rules.TryGetValue(kind, out var rules) ? rules : [];
}
