using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>
/// The build of an owner that refers to 20 projects of 50 tables each, when a file of its own has changed, against the same build with
/// <c>SchemaSyncCompose=None</c>: processor time, the compiler's included.
/// </summary>
internal sealed class ProjectsRoom : IRoom
{
    public string Name => "projects";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var root = new TemporaryFolder();
        var (projects, tables) = (effort.Of(20), effort.Of(50));
        var names = Enumerable.Range(0, projects).Select(i => $"Part{i:00}").ToList();
        foreach (var name in names) SampleLibrary.CreatePart(root, name, tables, []);
        var owner = SampleLibrary.CreatePart(root, "Owner", tables, names);
        owner.Build("-m:1");
        var edits = 0;
        Cost Edited(string compose)
        {
            File.WriteAllText(Path.Combine(owner.Folder, "Edited.cs"),
                string.Create(CultureInfo.InvariantCulture, $"internal static class Edited {{ public const int Number = {edits++}; }}"));
            // A compiler that stays is no child whose time could be counted.
            return owner.Build("--no-restore", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false",
                $"-p:SchemaSyncCompose={compose}");
        }

        // One build differs from the next by a tenth, and the limit is a twentieth: many turns.
        var costs = Turns.Take(effort with { Runs = effort.Runs * 2 }, () => Edited("None"), () => Edited("References"));
        yield return new($"build of an owner of {projects} projects of {tables} tables", Quantity.Milliseconds(costs[0].Cpu),
            Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(1.05));
    }
}
