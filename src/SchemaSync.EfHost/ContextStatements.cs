using System.Collections;
using System.Globalization;
using System.Reflection;

namespace SchemaSync.EfHost;

/// <summary>
/// What EF Core would do to make the tables of a context: the operations between nothing and its model, and the statements of its provider
/// for them. It is what <c>GenerateCreateScript</c> writes, before it is one text.
/// </summary>
internal sealed class ContextStatements
{
    private const string Core = "Microsoft.EntityFrameworkCore";

    private readonly object _context;
    private readonly string _provider;
    private readonly List<object> _operations;
    private readonly object? _model;
    private readonly bool _hasSchemas;

    private ContextStatements(object context, string provider, object? model, List<object> operations)
    {
        (_context, _provider, _model, _operations) = (context, provider, model, operations);
        var names = Type($"{Core}.Storage.ISqlGenerationHelper");
        var helper = Service(context, "Storage.ISqlGenerationHelper");
        string Name(params string[] parts) =>
            (string)names.GetMethod("DelimitIdentifier", [.. parts.Select(_ => typeof(string))])!.Invoke(helper, parts)!;
        // Where there are none, the provider leaves them out of its statements, or makes them a part of the name.
        _hasSchemas = Name("t", "s") == $"{Name("s")}.{Name("t")}";
    }

    public static ContextStatements Of(object context, Request request)
    {
        var name = context.GetType().FullName!;
        try
        {
            var database = Get(context, "Database")!;
            var provider = (string?)Get(database, "ProviderName") ?? "";
            if (!request.Providers.Contains(provider)) throw new Refusal("provider", name, provider);
            var model = Get(Service(context, "Metadata.IDesignTimeModel"), "Model")!;
            var relational = OfModel("GetRelationalModel", "IModel", model);
            var operations = (IEnumerable)Call(Service(context, "Migrations.IMigrationsModelDiffer"), "GetDifferences", null, relational)!;
            var whole = operations.Cast<object>().ToList();
            var own = new OwnSchema(request.OwnSchema);
            foreach (var operation in whole) own.LeaveOut(operation);
            // The provider asks the model for the schema of what names none.
            var isOwn = Equals(OfModel("GetDefaultSchema", "IReadOnlyModel", model), request.OwnSchema);
            return new(context, provider, isOwn ? null : model, [.. whole.Where(o => !IsSchema(o, request.OwnSchema))]);
        }
        catch (TargetInvocationException e)
        {
            throw new Refusal("model", name, Refusal.Words(e));
        }
    }

    public void Say(Answer answer)
    {
        var statements = Statements();
        answer.Say("context", _context.GetType().FullName!);
        answer.Say("provider", _provider);
        if (_hasSchemas)
            foreach (var schema in Those("EnsureSchemaOperation").Select(o => Get(o, "Name")).OfType<string>().Distinct())
                answer.Say("schema", schema);
        foreach (var table in Those("CreateTableOperation"))
        {
            answer.Say("in", _hasSchemas ? (string?)Get(table, "Schema") ?? "" : "");
            answer.Say("table", (string)Get(table, "Name")!);
        }

        foreach (var statement in statements) answer.Say("statement", statement);
        var rows = Those("InsertDataOperation").Sum(o => ((Array)Get(o, "Values")!).GetLength(0));
        answer.Say("rows", rows.ToString(CultureInfo.InvariantCulture));
    }

    // Rows are no schema, and schemas are made by whoever knows which of them are there already.
    private List<string> Statements()
    {
        var kind = Type($"{Core}.Migrations.Operations.MigrationOperation");
        var made = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(kind))!;
        foreach (var operation in _operations.Except(Those("EnsureSchemaOperation")).Except(Those("InsertDataOperation")))
            made.Add(operation);
        try
        {
            var generator = Service(_context, "Migrations.IMigrationsSqlGenerator");
            var options = Enum.ToObject(Type($"{Core}.Migrations.MigrationsSqlGenerationOptions"), 0);
            var commands = (IEnumerable)Call(generator, "Generate", made, _model, options)!;
            return [.. commands.Cast<object>().Select(c => (string)Get(c, "CommandText")!)];
        }
        catch (TargetInvocationException e)
        {
            throw new Refusal("model", _context.GetType().FullName!, Refusal.Words(e));
        }
    }

    private static bool IsSchema(object operation, string name) =>
        operation.GetType().Name == "EnsureSchemaOperation" && Equals(Get(operation, "Name"), name);

    private IEnumerable<object> Those(string kind) => _operations.Where(o => o.GetType().Name == kind);

    private static object Service(object context, string name)
    {
        var kind = Type($"{Core}.{name}");
        var access = Type($"{Core}.Infrastructure.IInfrastructure`1").MakeGenericType(typeof(IServiceProvider));
        return ((IServiceProvider)access.GetProperty("Instance")!.GetValue(context)!).GetService(kind)
            ?? throw new Refusal("model", context.GetType().FullName!, $"there is no {kind.Name}");
    }

    private static object? OfModel(string method, string parameter, object model) =>
        Type($"{Core}.RelationalModelExtensions").GetMethods()
            .First(m => m.Name == method && m.GetParameters() is [{ } only] && only.ParameterType.Name == parameter).Invoke(null, [model]);

    // A provider overrides what it calls otherwise: the name and the number of parameters say which is meant.
    private static object? Call(object subject, string method, params object?[] arguments) =>
        subject.GetType().GetInterfaces().SelectMany(i => i.GetMethods())
            .First(m => m.Name == method && m.GetParameters().Length == arguments.Length).Invoke(subject, arguments);

    private static object? Get(object subject, string property) =>
        subject.GetType().GetProperties().First(p => p.Name == property && p.GetIndexParameters().Length == 0).GetValue(subject);

    // The metadata's types moved between EF Core's assemblies more than once.
    private static Type Type(string name) =>
        new[] { $"{Core}.Relational", Core }.Select(a => Assembly.Load(new AssemblyName(a)).GetType(name))
            .FirstOrDefault(t => t is not null) ?? throw new Refusal("model", name, "this version of EF Core does not have it");
}
