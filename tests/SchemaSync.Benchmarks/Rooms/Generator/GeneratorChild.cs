using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Benchmarks;

/// <summary>The child's side of <see cref="GeneratorRoom"/>.</summary>
internal static class GeneratorChild
{
    // The step that builds the objects of one class.
    private const string PerTable = "Tables";

    // Roslyn lists the inputs of every step anew, and each table has all heads among its own: a hundred are enough to count.
    private const int Tracked = 100;

    /// <summary>Floor and product of a cold run, of an unrelated edit, of an edit of a body and of a
    /// property; how many tables that built; then the first two with references.</summary>
    public static double[] Measure(Effort effort, string name, int full)
    {
        var (classes, tables) = (SampleClasses.Of(name), effort.Of(full));
        var (floor, ours) = (Floor(classes), ShippedGenerator.Load());
        // A compilation nobody has asked anything yet, for every run.
        var cold = Turns.Take(effort, () => Cold(floor, classes, tables), () => Cold(ours, classes, tables));

        var before = SampleProject.Fresh(classes, tables);
        var floorBefore = SampleProject.Driver(floor).RunGenerators(before);
        var oursBefore = SampleProject.Driver(ours).RunGenerators(before);
        // A name that was not there before: what was made of another edit is kept for a while.
        var edits = 0;
        var after = Turns.Take(
            effort,
            () => After(floorBefore, SampleProject.EditElsewhere(before)), () => After(oursBefore, SampleProject.EditElsewhere(before)),
            () => After(oursBefore, SampleProject.EditBody(classes, before, tables / 2)),
            () => After(oursBefore, SampleProject.EditProperty(classes, before, tables / 2, edits++)));
        return [cold[0].Cpu, cold[1].Cpu, after[0].Cpu, after[1].Cpu, after[2].Cpu, after[3].Cpu,
            Built(ours, classes, Math.Min(tables, Tracked)),
            .. classes == SampleClasses.Tables ? WithParts(effort, ours, tables) : []];
    }

    /// <summary>Floor and product of a cold run and of an unrelated edit, in a
    /// project that refers to 20 others of 50 tables each.</summary>
    private static double[] WithParts(Effort effort, IIncrementalGenerator ours, int tables)
    {
        var classes = SampleClasses.Tables;
        var parts = SampleProject.Parts(ours, effort.Of(20), effort.Of(50));
        var cold = Turns.Take(effort, () => Cold(new FloorGenerator(), classes, tables, parts), () => Cold(ours, classes, tables, parts));
        var project = SampleProject.Fresh(classes, tables, parts);
        var floorBefore = SampleProject.Driver(new FloorGenerator()).RunGenerators(project);
        var oursBefore = SampleProject.Driver(ours).RunGenerators(project);
        var after = Turns.Take(effort, () => After(floorBefore, SampleProject.EditElsewhere(project)),
            () => After(oursBefore, SampleProject.EditElsewhere(project)));
        return [cold[0].Cpu, cold[1].Cpu, after[0].Cpu, after[1].Cpu];
    }

    private static IIncrementalGenerator Floor(SampleClasses classes) =>
        classes == SampleClasses.Tables ? new FloorGenerator() : new FloorEntities();

    private static Cost Cold(IIncrementalGenerator generator, SampleClasses classes, int tables,
        IReadOnlyList<ImmutableArray<byte>>? parts = null)
    {
        var project = SampleProject.Fresh(classes, tables, parts ?? []);
        return Cost.Of(() => SampleProject.Driver(generator).RunGenerators(project));
    }

    private static Cost After(GeneratorDriver driver, CSharpCompilation project) => Cost.Of(() => driver.RunGenerators(project));

    private static int Built(IIncrementalGenerator generator, SampleClasses classes, int tables)
    {
        var before = SampleProject.Fresh(classes, tables);
        var driver = SampleProject.Driver(generator, tracked: true).RunGenerators(before)
            .RunGenerators(SampleProject.EditProperty(classes, before, tables / 2));
        return driver.GetRunResult().Results.Single().TrackedSteps[PerTable].SelectMany(s => s.Outputs)
            .Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
