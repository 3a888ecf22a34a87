using YamlDotNet.RepresentationModel;

namespace SchemaSync.Cli.Tests;

/// <summary>samples/Fleet: the files are what their systems read, and their commands what the tool knows.</summary>
public sealed class FleetSampleTests
{
    [Fact]
    public void The_job_is_indexed_and_its_command_is_one_of_ours()
    {
        var job = Read("kubernetes-job.yaml");
        Assert.Equal(("batch/v1", "Job", "Indexed"), (Text(job, "apiVersion"), Text(job, "kind"), Text(job, "spec", "completionMode")));
        Assert.Equal(Text(job, "spec", "completions"), Text(job, "spec", "parallelism"));
        var worker = ((YamlSequenceNode)At(job, "spec", "template", "spec", "containers")).Children.Single();
        Known([.. ((YamlSequenceNode)At(worker, "command")).Children.Select(c => ((YamlScalarNode)c).Value!)]);
    }

    [Fact]
    public void The_workflow_starts_one_command_on_every_machine()
    {
        var jobs = At(Read("github-workflow.yml"), "jobs");
        Assert.Equal(4, ((YamlSequenceNode)At(jobs, "worker", "strategy", "matrix", "worker")).Children.Count);
        var commands = new[] { "worker", "summary" }.SelectMany(j => ((YamlSequenceNode)At(jobs, j, "steps")).Children)
            .Select(s => ((YamlMappingNode)s).Children.TryGetValue("run", out var run) ? ((YamlScalarNode)run).Value! : "")
            .Where(r => r.StartsWith("schemasync ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, commands.Count);
        foreach (var command in commands) Known(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Known(string[] words)
    {
        using var tool = new Tool();
        Assert.Equal("schemasync", words[0]);
        // The first word that is not known is told, and nothing is run.
        var run = tool.Run([.. words[1..], "--nobody-knows"]);
        Assert.Contains("does not know '--nobody-knows'", run.Error, StringComparison.Ordinal);
    }

    private static YamlNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read($"samples/Fleet/{file}")));
        return stream.Documents.Single().RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (n, name) => n[name]);

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value!;
}
