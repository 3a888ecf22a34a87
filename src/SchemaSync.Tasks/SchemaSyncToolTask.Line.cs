using Microsoft.Build.Utilities;

namespace SchemaSync.Tasks;

/// <content>How the command line is called.</content>
public sealed partial class SchemaSyncToolTask
{
    // Where the parts are is no question: every target framework has its own copies of them. Nor is what a message says to run, which
    // depends on where the build was started.
    private CommandLineBuilder Line(bool isQuestion = false)
    {
        var line = new CommandLineBuilder();
        if (_program is not null)
        {
            line.AppendSwitch("exec");
            line.AppendFileNameIfNotNull(_program);
        }

        line.AppendSwitch(Verb);
        Option(line, "--provider", Provider);
        if (!string.IsNullOrEmpty(Snapshot)) Option(line, "--snapshot", Snapshot);
        else if (!string.IsNullOrEmpty(Connection)) Option(line, "--connection", Connection);
        else Option(line, "--connection-variable", ConnectionVariable);
        Option(line, IsImport ? "--ef-assembly" : "--target", TargetAssembly);
        Option(line, "--context", DbContext);
        foreach (var folder in SchemaList.Of(PackageFolders)) Option(line, "--packages", folder.TrimEnd('/', '\\'));
        foreach (var schema in SchemaList.Of(Schema)) Option(line, "--schema", schema);
        Option(line, "--cache", CacheDirectory);
        Option(line, "--tenants", Tenants);
        foreach (var option in Options)
        {
            // A connection string has semicolons of its own.
            var value = option.GetMetadata("Value");
            foreach (var part in option.GetMetadata("Several").Length > 0 ? SchemaList.Of(value) : [value])
                Option(line, option.ItemSpec, part);
        }

        if (Verb == "sync")
        {
            line.AppendSwitch("--yes");
            Option(line, "--online-change", OnlineChange);
            Option(line, "--online-change-rows", OnlineChangeRows);
        }

        if (Verb is "sync" or "plan" or "script") Option(line, "--allow", Allow);
        Option(line, "--output", OutputFile);
        if (Verb == "validate" && !isQuestion) Option(line, "--advice", Advice);
        // A plan is for people to read; everything else speaks to MSBuild.
        if (Verb != "plan") Option(line, "--format", "msbuild");
        Option(line, "--project-directory", ProjectDirectory);
        return line;
    }

    private static void Option(CommandLineBuilder line, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) line.AppendSwitchIfNotNull(name + " ", value);
    }
}
