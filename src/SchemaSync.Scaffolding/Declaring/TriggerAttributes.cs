namespace SchemaSync.Scaffolding.Declaring;

/// <summary>The triggers of a table or view as attributes of its class.</summary>
internal sealed class TriggerAttributes(Snapshot schema, ProviderProfile profile, SqlFolder files, Missing missing)
{
    private readonly ILookup<QualifiedName, Trigger> _byOwner = schema.Objects.OfType<Trigger>().ToLookup(t => t.On);

    /// <summary>Those of one table or view.</summary>
    public IEnumerable<AttributeText> On(QualifiedName owner, DeclaredClass home) => _byOwner[owner].Select(t => Of(t, home));

    private AttributeText Of(Trigger trigger, DeclaredClass home)
    {
        missing.Add(ObjectId.Of(trigger), !trigger.Settings.IsEmpty,
            $"the settings it was made with ({string.Join(", ", trigger.Settings.Select(s => s.Name))})");
        var attribute = new AttributeText("Trigger").With(CSharp.Text(trigger.LocalName.Value))
            .With($"TriggerTiming.{trigger.Timing}").With(string.Join(" | ", trigger.Events.Select(e => $"TriggerEvent.{e}")));
        if (profile.Has(Feature.TriggerFunctions)) attribute.Text("Function", trigger.Body.Text);
        else attribute.Set("File", files.Add(ObjectKind.Trigger, trigger.LocalName.Value, trigger.Body.Text));
        return attribute.List("UpdateOf", PartText.Of(trigger.UpdateOf, home)).Text("When", trigger.When?.Text)
            .Flag("PerStatement", trigger.PerStatement).Flag("Constraint", trigger.Constraint)
            .Choice("Deferrability", trigger.Deferrability).Text("From", trigger.From.IsEmpty ? null : trigger.From.ToString())
            .Text("OldTable", trigger.OldTable).Text("NewTable", trigger.NewTable).Choice("State", trigger.State)
            .Text("Follows", trigger.Follows).Text("Definer", trigger.Definer).Text("Comment", trigger.Comment);
    }
}
