namespace SchemaSync.Engine.Tests;

/// <summary>What an earlier version wrote is lifted to the present one; what a later one wrote is refused as such (SSY0233).</summary>
public sealed class StoredFormatTests
{
    private static readonly StoredFormat First = new("fruit");
    private static readonly StoredFormat Second = new("fruit", v1 => Renamed(v1, "colour", "color"));
    private static readonly StoredFormat Third =
        new("fruit", v1 => Renamed(v1, "colour", "color"), v2 => new([.. v2.Members, new("ripe", new JsonBoolean(true))]));

    [Fact]
    public void Head_comes_first() =>
        Assert.StartsWith("{\n  \"format\": \"fruit\",\n  \"version\": 3,\n  \"digest\": \"", Text(Third), StringComparison.Ordinal);

    [Fact]
    public void Every_version_is_lifted_one_step_after_the_other()
    {
        var read = SealedJson.Read(Text(First), Third);
        Assert.Equal(("red", true), (read.Text("color"), read.Flag("ripe")));
        read.Complete();
        var second = SealedJson.Read(SealedJson.Write(Second, json => json.String("color", "red")), Third);
        Assert.Equal(("red", true), (second.Text("color"), second.Flag("ripe")));
        Assert.Equal("red", SealedJson.Read(Text(First), First).Text("colour"));
    }

    [Fact]
    public void A_version_that_was_changed_by_hand_does_not_fit_the_digest() =>
        Assert.Contains("digest", Assert.Throws<JsonFormatException>(
        () => SealedJson.Read(Text(Third).Replace("\"version\": 3", "\"version\": 2", StringComparison.Ordinal), Third)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_later_version_is_known_as_such_before_anything_else_is_looked_at()
    {
        var e = Assert.Throws<NewerFormatException>(() =>
            SealedJson.Read(Text(Third).Replace("red", "blue", StringComparison.Ordinal), Second));
        Assert.Equal((3, 2), (e.Version, e.Known));
    }

    [Fact]
    public void Every_stored_text_of_a_later_version_is_SSY0233_and_says_to_update()
    {
        static string Later(string text) => text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
        Newer(() => SnapshotFile.Read(Later(SnapshotFile.Write(Sample.Full())), "sqlite.snapshot.json"), "sqlite.snapshot.json");
        Newer(() => PlanFile.Read(Later(PlanFile.Write(Sample.Plan())), "plan.json"), "plan.json");
    }

    internal static void Newer(Action read, string name)
    {
        var diagnostic = Assert.Throws<SchemaSyncException>(read).Diagnostics.Single();
        Assert.Equal("SSY0233", diagnostic.Entry.Code);
        Assert.Equal(
            $"{name} was written by a newer SchemaSync: its format has version 2, and this one reads versions up to 1; update SchemaSync",
            diagnostic.Message);
    }

    private static string Text(StoredFormat format) => SealedJson.Write(format, json => json.String("colour", "red"));

    private static JsonObject Renamed(JsonObject text, string from, string to) =>
        new(text.Members.Select(m => m.Key == from ? new KeyValuePair<string, JsonValue>(to, m.Value) : m).ToEquatableArray());
}
