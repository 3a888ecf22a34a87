namespace SchemaSync.Model.Tests;

/// <summary>Which object it is: what tells objects of one name apart, and how it is written.</summary>
public sealed class ObjectIdTests
{
    private static readonly Routine Total = new() { Name = new("total"), Signature = "integer", Body = new("SELECT 1") };
    private static readonly Trigger Touch = new() { Name = new("touch on"), On = new("a on b"), Body = new("f()") };

    public static TheoryData<ObjectId, string> Written => new()
    {
        { ObjectId.Of(new Table { Name = new("t") }), "table t" },
        { ObjectId.Of(Total), "function total(integer)" },
        { ObjectId.Of(Total with { IsProcedure = true, Signature = "" }), "procedure total()" },
        { ObjectId.Of(Total with { Signature = null }), "function total" },
        { ObjectId.Of(new Trigger { Name = new("touch"), On = new("t"), Body = new("f()") }), "trigger touch on t" },
        { ObjectId.Of(new("t"), new Column { Name = new("c"), Type = ColumnType.Of("int") }), "column t.c" },
        { ObjectId.In(ObjectKind.Column, QualifiedName.Parse("sales.orders"), new("id")), "column sales.orders.id" },
        { ObjectId.In(ObjectKind.Column, QualifiedName.Parse("\"a.b\".\"c\"\"d\""), new("e.f")), "column \"a.b\".\"c\"\"d\".\"e.f\"" },
        { ObjectId.In(ObjectKind.Trigger, QualifiedName.Parse("sales.orders"), new("on.it")), "trigger \"on.it\" on sales.orders" },
        { ObjectId.Top(ObjectKind.Function, QualifiedName.Parse("sales.total"), "integer"), "function sales.total(integer)" },
        { ObjectId.Top(ObjectKind.Aggregate, new("total"), "text, text"), "aggregate total(text, text)" },
        { ObjectId.In(ObjectKind.Of("rule"), new("t"), new("r")), "rule r on t" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void It_is_written_as_people_read_it_and_read_back_as_it_was(ObjectId id, string text)
    {
        Assert.Equal(text, id.ToString());
        var json = new JsonWriter(indented: false);
        json.StartObject();
        id.WriteFacets(new JsonFacetWriter(json));
        json.EndObject();
        Assert.Equal(id, ObjectId.Read(new FacetReader((JsonObject)JsonReader.Parse(json.ToString()))));
    }

    [Fact]
    public void Kind_signature_and_table_tell_objects_of_one_name_apart()
    {
        ObjectId[] all =
        [
            ObjectId.Of(new Table { Name = new("total") }), ObjectId.Of(Total), ObjectId.Of(Total with { Signature = "text" }),
            ObjectId.Of(Total with { IsProcedure = true }),
            ObjectId.In(ObjectKind.Trigger, new("a"), new("total")), ObjectId.In(ObjectKind.Trigger, new("b"), new("total")),
        ];
        Assert.Equal(all.Length, all.ToHashSet(new ObjectIdComparer(StringComparer.OrdinalIgnoreCase)).Count);
        Assert.Equal("trigger touch on on a on b", ObjectId.Of(Touch).ToString());
    }

    [Fact]
    public void Names_are_compared_as_the_provider_does()
    {
        var (upper, lower) = (ObjectId.In(ObjectKind.Trigger, new("T"), new("X")), ObjectId.In(ObjectKind.Trigger, new("t"), new("x")));
        Assert.Contains(lower, new HashSet<ObjectId>([upper], new ObjectIdComparer(StringComparer.OrdinalIgnoreCase)));
        Assert.DoesNotContain(lower, new HashSet<ObjectId>([upper], new ObjectIdComparer(StringComparer.Ordinal)));
        // An empty name and the default one are the same.
        Assert.Equal(new ObjectId(ObjectKind.Table, new(""), default, new("t")), ObjectId.Top(ObjectKind.Table, new("t")),
            new ObjectIdComparer(StringComparer.Ordinal));
    }

    [Fact]
    public void A_constraint_without_a_name_is_known_by_its_definition()
    {
        var id = ObjectId.Of(new("t"), new UniqueConstraint { Columns = [new IndexPart { Column = new("a") }] });
        Assert.Equal("unique constraint t.(a)", id.ToString());
        Assert.NotEqual(id, ObjectId.Of(new("t"), new UniqueConstraint { Columns = [new IndexPart { Column = new("b") }] }));
    }
}
