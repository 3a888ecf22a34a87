using CsCheck;

namespace SchemaSync.Model.Tests;

public sealed class JsonRoundTripTests
{
    public static TheoryData<Type> Kinds => [.. Arbitrary.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_written_is_read_back_equal(Type kind) =>
        Arbitrary.Of(kind).Sample(made => Assert.Equal(made, ReadBack((SchemaObject)made)), iter: 100);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_read_back_is_written_as_the_same_text(Type kind) =>
        Arbitrary.Of(kind).Sample(made => Assert.Equal(Write((SchemaObject)made), Write(ReadBack((SchemaObject)made))), iter: 100);

    [Fact]
    public void A_list_of_every_kind_is_read_back_whole()
    {
        var everything = Gen.OneOf([.. Arbitrary.TopLevel.Select(Arbitrary.Of)]).Array[0, 8];
        everything.Sample(
            made =>
            {
                var objects = made.Cast<TopLevelObject>().OrderBy(o => o.Kind.Plural, StringComparer.Ordinal).ThenBy(o => o.LocalName)
                    .ThenBy(o => o.Key, StringComparer.Ordinal).ToList();
                var json = new JsonWriter(indented: true);
                json.StartObject();
                SchemaObjectList.Write(json, Enumerable.Reverse(objects));
                json.EndObject();
                var reader = Parse(json);
                var read = SchemaObjectList.Read(reader);
                reader.Complete();
                Assert.Equal(objects.Select(Write).Order(StringComparer.Ordinal), read.Select(Write).Order(StringComparer.Ordinal));
                Assert.Equal(objects.Where(o => o is not OpaqueObject).Select(o => o.Kind.Plural), read.Where(o => o is not OpaqueObject)
                    .Select(o => o.Kind.Plural));
            },
            iter: 100);
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own()
    {
        // One beyond the model may be of any kind.
        var made = Arbitrary.Kinds.Where(k => k != typeof(OpaqueObject)).Select(k => (SchemaObject)Arbitrary.Of(k).Single()).ToList();
        Assert.Equal(made.Count, made.Select(m => m.Kind).Distinct().Count());
        Assert.Equal(made.Count, made.Select(m => m.Kind.Plural).Distinct().Count());
    }

    [Fact]
    public void A_member_nobody_knows_is_refused() => Assert.Contains("colour", Assert.Throws<JsonFormatException>(() =>
    {
        var reader = new FacetReader((JsonObject)JsonReader.Parse("""{"tables":[{"name":"t","colour":"red"}]}"""));
        SchemaObjectList.Read(reader);
    }).Message, StringComparison.Ordinal);

    [Fact]
    public void A_kind_nobody_knows_is_refused() =>
        Assert.Throws<JsonFormatException>(() => ObjectKind.Of("volcano").Read(new FacetReader((JsonObject)JsonReader.Parse("{}"))));

    [Fact]
    public void What_a_terminal_obeys_or_a_reader_does_not_see_is_written_as_an_escape()
    {
        const string Hidden = "a\u001bb\u007fc\u009bd\u00ade\u2028f\u202eg\u2066h\ufeffi\u200bj", Shown = "ü\u200d日\ud83d\ude00";
        var json = new JsonWriter(indented: false);
        json.String(null, Hidden + Shown);
        Assert.DoesNotContain(json.ToString(),
            c => char.IsControl(c) || "\u00ad\u2028\u202e\u2066\ufeff\u200b".Contains(c, StringComparison.Ordinal));
        Assert.Contains("ü\u200d日", json.ToString(), StringComparison.Ordinal);
        Assert.Equal(Hidden + Shown, ((JsonString)JsonReader.Parse(json.ToString())).Value);
    }

    private static SchemaObject ReadBack(SchemaObject made)
    {
        var json = new JsonWriter(indented: false);
        new JsonFacetWriter(json).Object(made);
        var reader = Parse(json);
        var read = made is OpaqueObject ? OpaqueObject.Read(reader) : made.Kind.Read(reader);
        reader.Complete();
        return read;
    }

    private static FacetReader Parse(JsonWriter json) => new((JsonObject)JsonReader.Parse(json.ToString()));

    private static string Write(SchemaObject made)
    {
        var json = new JsonWriter(indented: false);
        new JsonFacetWriter(json).Object(made);
        return json.ToString();
    }
}
