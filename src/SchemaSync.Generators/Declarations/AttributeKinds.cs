namespace SchemaSync.Generators.Declarations;

/// <summary>The table: one entry for each attribute.</summary>
internal sealed partial class AttributeKind
{
    private const Placement OfHooks = Placement.Alone | Placement.TableProperty;

    // Columns
    public static AttributeKind Table { get; } = Add(new("Table") { Placement = Placement.Table });
    public static AttributeKind Column { get; } = Add(new("Column")
    {
        Placement = Placement.TableProperty | Placement.ViewProperty | Placement.MaterializedViewProperty | Placement.CompositeProperty,
        IsOfColumn = true,
        Rules =
        [
            ("Invisible", Feature.InvisibleColumns), ("Srid", Feature.Srid), ("Storage", Feature.ColumnStorage),
            ("Compression", Feature.ColumnStorage),
        ],
    });
    public static AttributeKind Ignore { get; } = Add(new("Ignore")
    {
        Placement = Placement.TableProperty | Placement.ViewProperty | Placement.MaterializedViewProperty | Placement.CompositeProperty,
    });
    public static AttributeKind MaxLength { get; } = Add(new("MaxLength")
    {
        Placement = Placement.TableProperty | Placement.CompositeProperty,
        IsOfColumn = true,
    });
    public static AttributeKind Precision { get; } = Add(new("Precision")
    {
        Placement = Placement.TableProperty | Placement.CompositeProperty,
        IsOfColumn = true,
    });
    public static AttributeKind Default { get; } = Add(new("Default") { Placement = Placement.TableProperty, IsOfColumn = true });
    public static AttributeKind DefaultSql { get; } = Add(new("DefaultSql") { Placement = Placement.TableProperty, IsOfColumn = true });
    public static AttributeKind Computed { get; } = Add(new("Computed") { Placement = Placement.TableProperty, IsOfColumn = true });
    public static AttributeKind OnUpdate { get; } = Add(new("OnUpdate")
    {
        Placement = Placement.TableProperty,
        IsOfColumn = true,
        Rules = [(Whole, Feature.OnUpdate)],
    });
    public static AttributeKind Identity { get; } = Add(new("Identity")
    {
        Placement = Placement.TableProperty,
        IsOfColumn = true,
        Rules =
        [
            ("Start", Feature.IdentityStart), ("Increment", Feature.IdentityOptions), ("Always", Feature.IdentityOptions),
            ("Min", Feature.IdentityOptions), ("Max", Feature.IdentityOptions), ("Cache", Feature.IdentityOptions),
            ("Cycle", Feature.IdentityOptions),
        ],
    });
    public static AttributeKind Collation { get; } = Add(new("Collation")
    {
        Placement = Placement.Table | Placement.TableProperty | Placement.CompositeProperty,
        IsInherited = true,
        IsOfColumn = true,
    });
    public static AttributeKind CharSet { get; } = Add(new("CharSet")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsInherited = true,
        IsOfColumn = true,
    });
    public static AttributeKind Comment { get; } = Add(new("Comment")
    {
        Placement = Placement.Table | Placement.TableProperty | Placement.CompositeProperty,
        IsOfColumn = true,
        Rules = [(Whole, Feature.Comments)],
    });
    public static AttributeKind RenamedFrom { get; } = Add(new("RenamedFrom")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsOfColumn = true,
    });
    public static AttributeKind Backfill { get; } = Add(new("Backfill") { Placement = Placement.TableProperty, IsOfColumn = true });
    public static AttributeKind BeforeSync { get; } = Add(new("BeforeSync") { Placement = OfHooks, IsOfColumn = true });
    public static AttributeKind AfterSync { get; } = Add(new("AfterSync") { Placement = OfHooks, IsOfColumn = true });
    public static AttributeKind Dropped { get; } = Add(new("Dropped") { Placement = Placement.Table | Placement.Assembly });

    // Constraints and indexes
    public static AttributeKind PrimaryKey { get; } = Add(new("PrimaryKey")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsInherited = true,
        IsOfColumn = true,
        Rules =
        [
            ("Include", Feature.IncludedColumns), ("Deferrability", Feature.DeferrableKeys), ("WithoutOverlaps", Feature.WithoutOverlaps),
            ("Comment", Feature.ConstraintComments),
        ],
    });
    public static AttributeKind Unique { get; } = Add(new("Unique")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsInherited = true,
        IsOfColumn = true,
        Rules =
        [
            ("Include", Feature.IncludedColumns), ("NullsNotDistinct", Feature.NullsNotDistinct),
            ("Deferrability", Feature.DeferrableKeys), ("WithoutOverlaps", Feature.WithoutOverlaps),
            ("Comment", Feature.ConstraintComments),
        ],
    });
    public static AttributeKind Index { get; } = Add(new("Index")
    {
        Placement = Placement.Table | Placement.TableProperty | Placement.MaterializedView | Placement.MaterializedViewProperty,
        IsInherited = true,
        IsOfColumn = true,
        Rules =
        [
            ("Where", Feature.PartialIndexes), ("Include", Feature.IncludedColumns), ("NullsNotDistinct", Feature.NullsNotDistinct),
            ("Invisible", Feature.InvisibleIndexes), ("Parser", Feature.FullTextParsers), ("RenamedFrom", Feature.ObjectRenames),
            ("Comment", Feature.IndexComments),
        ],
    });
    public static AttributeKind ForeignKey { get; } = Add(new("ForeignKey")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsInherited = true,
        IsOfColumn = true,
        Rules =
        [
            ("Deferrability", Feature.DeferrableForeignKeys), ("Match", Feature.ForeignKeyMatch),
            ("OnDeleteColumns", Feature.OnDeleteColumns), ("NotValid", Feature.NotValid), ("NotEnforced", Feature.NotEnforcedForeignKeys),
            ("Period", Feature.ForeignKeyPeriods), ("Comment", Feature.ConstraintComments),
        ],
    });
    public static AttributeKind Check { get; } = Add(new("Check")
    {
        Placement = Placement.Table | Placement.TableProperty,
        IsInherited = true,
        IsOfColumn = true,
        Rules =
        [
            ("NoInherit", Feature.NoInheritChecks), ("NotValid", Feature.NotValid), ("NotEnforced", Feature.NotEnforcedChecks),
            ("Comment", Feature.ConstraintComments),
        ],
    });
    public static AttributeKind Exclude { get; } = Add(new("Exclude")
    {
        Placement = Placement.Table,
        IsInherited = true,
        Rules = [(Whole, Feature.ExclusionConstraints)],
    });

    // Tables
    public static AttributeKind Strict { get; } = Add(new("Strict") { Placement = Placement.Table, IsInherited = true });
    public static AttributeKind WithoutRowid { get; } = Add(new("WithoutRowid") { Placement = Placement.Table, IsInherited = true });
    public static AttributeKind Unlogged { get; } = Add(new("Unlogged") { Placement = Placement.Table, IsInherited = true });
    public static AttributeKind TableOption { get; } = Add(new("TableOption")
    {
        Placement = Placement.Table,
        IsInherited = true,
        VariesByProvider = true,
    });
    public static AttributeKind RowLevelSecurity { get; } = Add(new("RowLevelSecurity")
    {
        Placement = Placement.Table,
        IsInherited = true,
        Rules = [(Whole, Feature.RowLevelSecurity)],
    });
    public static AttributeKind Policy { get; } = Add(new("Policy")
    {
        Placement = Placement.Table,
        IsInherited = true,
        Rules = [(Whole, Feature.RowLevelSecurity), ("RenamedFrom", Feature.ObjectRenames)],
    });
    public static AttributeKind Grant { get; } = Add(new("Grant")
    {
        Placement = Placement.Table | Placement.View | Placement.MaterializedView
            | Placement.Enum | Placement.Composite | Placement.Assembly,
        IsInherited = true,
        Rules = [(Whole, Feature.Grants)],
    });
    public static AttributeKind Trigger { get; } = Add(new("Trigger")
    {
        Placement = Placement.Table | Placement.View,
        Rules =
        [
            ("UpdateOf", Feature.TriggerUpdateOf), ("When", Feature.TriggerWhen), ("PerStatement", Feature.StatementTriggers),
            ("Constraint", Feature.ConstraintTriggers), ("Deferrability", Feature.ConstraintTriggers),
            ("From", Feature.ConstraintTriggers), ("OldTable", Feature.TransitionTables), ("NewTable", Feature.TransitionTables),
            ("State", Feature.TriggerStates), ("Follows", Feature.TriggerOrder), ("Definer", Feature.Definers),
            ("RenamedFrom", Feature.ObjectRenames), ("Comment", Feature.ObjectComments),
        ],
    });
    public static AttributeKind PartitionBy { get; } = Add(new("PartitionBy")
    {
        Placement = Placement.Table,
        Rules = [(Whole, Feature.Partitions)],
    });
    public static AttributeKind Partition { get; } = Add(new("Partition")
    {
        Placement = Placement.Table,
        VariesByProvider = true,
        // One that is a table may have partitions itself, and be somewhere else.
        Rules = [(Whole, Feature.Partitions), ("Of", Feature.Subpartitions),
            ("PartitionBy", Feature.Subpartitions), ("Schema", Feature.Subpartitions)],
    });

    // Objects by themselves
    public static AttributeKind View { get; } = Add(new("View")
    {
        Placement = Placement.Alone,
        VariesByProvider = true,
        Rules =
        [
            ("SecurityInvoker", Feature.SecurityInvokerViews), ("SecurityBarrier", Feature.SecurityBarrierViews),
            ("CheckOption", Feature.ViewCheckOptions), ("Algorithm", Feature.ViewAlgorithms), ("RenamedFrom", Feature.ObjectRenames),
            ("Comment", Feature.ObjectComments),
        ],
    });
    public static AttributeKind MaterializedView { get; } = Add(new("MaterializedView")
    {
        Placement = Placement.Alone,
        Rules = [(Whole, Feature.MaterializedViews), ("RenamedFrom", Feature.ObjectRenames)],
    });
    public static AttributeKind Function { get; } = Add(new("Function")
    {
        Placement = Placement.Alone,
        VariesByProvider = true,
        Rules =
        [
            (Whole, Feature.Routines), ("Language", Feature.RoutineLanguages), ("Atomic", Feature.AtomicBodies),
            ("Strict", Feature.RoutinePlanning), ("Leakproof", Feature.RoutinePlanning), ("Parallel", Feature.RoutinePlanning),
            ("Cost", Feature.RoutinePlanning), ("Rows", Feature.RoutinePlanning), ("Settings", Feature.RoutineSettings),
            ("DataAccess", Feature.RoutineDataAccess), ("Definer", Feature.Definers), ("RenamedFrom", Feature.ObjectRenames),
        ],
    });
    public static AttributeKind Procedure { get; } = Add(new("Procedure")
    {
        Placement = Placement.Alone,
        VariesByProvider = true,
        Rules =
        [
            (Whole, Feature.Routines), ("Language", Feature.RoutineLanguages), ("Atomic", Feature.AtomicBodies),
            ("Settings", Feature.RoutineSettings), ("Deterministic", Feature.RoutineDataAccess), ("DataAccess", Feature.RoutineDataAccess),
            ("Definer", Feature.Definers), ("RenamedFrom", Feature.ObjectRenames),
        ],
    });
    public static AttributeKind Sequence { get; } = Add(new("Sequence")
    {
        Placement = Placement.Alone,
        Rules =
        [
            (Whole, Feature.Sequences), ("Type", Feature.SequenceOwners), ("OwnedBy", Feature.SequenceOwners),
            ("RenamedFrom", Feature.ObjectRenames), ("Comment", Feature.ObjectComments),
        ],
    });
    public static AttributeKind Domain { get; } = Add(new("Domain")
    {
        Placement = Placement.Alone,
        Rules = [(Whole, Feature.Domains), ("RenamedFrom", Feature.ObjectRenames), ("Comment", Feature.ObjectComments)],
    });
    public static AttributeKind Extension { get; } = Add(new("Extension")
    {
        Placement = Placement.Alone,
        Rules = [(Whole, Feature.Extensions), ("Comment", Feature.ObjectComments)],
    });
    public static AttributeKind SqlObject { get; } = Add(new("SqlObject") { Placement = Placement.Alone, VariesByProvider = true });
    public static AttributeKind Event { get; } = Add(new("Event")
    {
        Placement = Placement.Alone,
        Rules = [(Whole, Feature.Events)],
    });
    public static AttributeKind EnumType { get; } = Add(new("EnumType")
    {
        Placement = Placement.Enum | Placement.Assembly,
        Rules = [("RenamedFrom", Feature.ObjectRenames)],
    });
    public static AttributeKind EnumLabel { get; } = Add(new("EnumLabel")
    {
        Placement = Placement.EnumValue,
        Rules = [("RenamedFrom", Feature.ObjectRenames)],
    });
    public static AttributeKind CompositeType { get; } = Add(new("CompositeType")
    {
        Placement = Placement.Composite,
        Rules = [(Whole, Feature.CompositeTypes), ("RenamedFrom", Feature.ObjectRenames), ("Comment", Feature.ObjectComments)],
    });

    // The project
    public static AttributeKind SchemaNaming { get; } = Add(new("SchemaNaming") { Placement = Placement.Assembly });
    public static AttributeKind DefaultSchema { get; } = Add(new("DefaultSchema") { Placement = Placement.Assembly });
    public static AttributeKind SchemaOptions { get; } = Add(new("SchemaOptions")
    {
        Placement = Placement.Assembly,
        Rules =
        [
            (Whole, Feature.Schemas), ("Owner", Feature.Grants), ("RenamedFrom", Feature.ObjectRenames),
            ("Comment", Feature.ObjectComments),
        ],
    });
    public static AttributeKind ColumnType { get; } = Add(new("ColumnType") { Placement = Placement.Assembly });
    public static AttributeKind SchemaConfiguration { get; } = Add(new("SchemaConfiguration") { Placement = Placement.Configuration });
    public static AttributeKind SchemaConventions { get; } = Add(new("SchemaConventions") { Placement = Placement.Assembly });
    public static AttributeKind LeaveOut { get; } = Add(new("LeaveOut") { Placement = Placement.Assembly });

    // Standard attributes that have no word of ours
    public static AttributeKind Required { get; } = Add(new("Required") { IsStandard = true });
    public static AttributeKind ForeignKeyNames { get; } = Add(new("ForeignKeyNames") { IsStandard = true });
    public static AttributeKind InverseProperty { get; } = Add(new("InverseProperty") { IsStandard = true });
    public static AttributeKind Owned { get; } = Add(new("Owned") { IsStandard = true });
    public static AttributeKind ComplexType { get; } = Add(new("ComplexType") { IsStandard = true });
    public static AttributeKind DeleteBehavior { get; } = Add(new("DeleteBehavior") { IsStandard = true });
    public static AttributeKind Keyless { get; } = Add(new("Keyless") { IsStandard = true, IsInherited = true });
    public static AttributeKind Remark { get; } = Add(new("Remark") { IsStandard = true });
}
