namespace SchemaSync.Generators.Building;

/// <summary>Functions and procedures.</summary>
internal static class Routines
{
    private static readonly string[] DataAccess = ["CONTAINS SQL", "NO SQL", "READS SQL DATA", "MODIFIES SQL DATA"];

    public static IEnumerable<(Routine Routine, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, Identifier home, BuildContext context) =>
        Of(attributes, AttributeKind.Function, home, context).Concat(Of(attributes, AttributeKind.Procedure, home, context));

    private static IEnumerable<(Routine Routine, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, AttributeKind kind, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, kind), u => $"{u.Text("Name")}({u.Text("Arguments")})"))
        {
            var subject = $"{kind.Name.ToLowerInvariant()} {use.Text("Name")}";
            context.Supports(use, subject);
            if (Bodies.Whole(use, subject, context) is not { } body) continue;
            var routine = Build(use, context.Qualified(use, home), subject, body, context);
            Check(routine, use, subject, context);
            yield return (routine, use);
        }
    }

    private static Routine Build(AttributeUse use, QualifiedName name, string subject, SqlExpression body, BuildContext context)
    {
        var isProcedure = use.Kind == AttributeKind.Procedure;
        var arguments = use.Text("Arguments")?.Trim() ?? "";
        return new()
        {
            Name = name,
            IsProcedure = isProcedure,
            Signature = context.Profile.Has(Feature.RoutineOverloads) ? RoutineArguments.Signature(arguments, isProcedure) : null,
            Arguments = arguments,
            Returns = use.Text("Returns")?.Trim(),
            Language = use.Text("Language")?.Trim(),
            Body = body,
            IsAtomic = use.Flag("Atomic"),
            Volatility = use.Flag("Deterministic") ? Volatility.Immutable : context.Choice<Volatility>(use, "Volatility", subject),
            DataAccess = Access(use, subject, context),
            Strict = use.Flag("Strict"),
            Security = context.Choice<RoutineSecurity>(use, "Security", subject),
            Leakproof = use.Flag("Leakproof"),
            Parallel = context.Choice<ParallelSafety>(use, "Parallel", subject),
            Cost = use.Text("Cost")?.Trim(),
            Rows = use.Text("Rows")?.Trim(),
            Definer = use.Text("Definer"),
            Settings = Options.Settings(use, "Settings"),
            Comment = use.Text("Comment"),
        };
    }

    private static string? Access(AttributeUse use, string subject, BuildContext context)
    {
        if (use["DataAccess"] is null) return null;
        return DataAccess[(int)context.Choice<DataAccessWord>(use, "DataAccess", subject)];
    }

    private static void Check(Routine routine, AttributeUse use, string subject, BuildContext context)
    {
        context.Needs(Feature.RoutineStable, routine.Volatility == Volatility.Stable, use.Place,
            subject, "Volatility.Stable", "use Volatile or Immutable");
        var isSql = routine.Language is null || string.Equals(routine.Language, "sql", StringComparison.OrdinalIgnoreCase);
        var problem = routine is { IsProcedure: false, Returns: null } && !HasOutput(routine) ? "a function needs Returns"
            : routine.IsAtomic && !isSql ? "Atomic is for the language sql only" : null;
        if (problem is not null) context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject, problem);
    }

    // An OUT argument is a result as well (PostgreSQL).
    private static bool HasOutput(Routine routine) => routine.Arguments.IndexOf("OUT ", StringComparison.OrdinalIgnoreCase) >= 0;
}

/// <summary>By the numbers of <c>SchemaSync.DataAccess</c>.</summary>
internal enum DataAccessWord
{
    ContainsSql,
    NoSql,
    ReadsSqlData,
    ModifiesSqlData,
}
