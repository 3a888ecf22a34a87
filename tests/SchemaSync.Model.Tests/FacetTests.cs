using System.Reflection;
using CsCheck;

namespace SchemaSync.Model.Tests;

/// <summary>A property that no facet lists would be neither compared nor stored: these tests fail for it.</summary>
public sealed class FacetTests
{
    // Who the object is, and what is kept beside its state.
    private static readonly string[] NoFacets = [nameof(TopLevelObject.Name), nameof(TopLevelObject.Uses), nameof(TopLevelObject.External)];

    public static TheoryData<Type, string> Facets =>
        [.. Properties(p => !IsChild(p) && !(IsKind(p) && NoFacets.Contains(p.Name)) && p is not { Name: nameof(Routine.IsProcedure) })];

    public static TheoryData<Type, string> Children => [.. Properties(IsChild)];

    [Theory]
    [MemberData(nameof(Facets))]
    public void Another_value_of_the_property_is_another_list_of_facets(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        Gen.Select(Arbitrary.Of(type), Arbitrary.Value(property)).Sample(
            (made, value) =>
            {
                var other = With(made, property, value);
                var same = Canonical(property.GetValue(made)) == Canonical(property.GetValue(other));
                Assert.Equal(same, FacetList.Of((IFacets)made).SequenceEqual(FacetList.Of((IFacets)other)));
                if (made is SchemaObject before) Assert.Equal(same, before.HasSameFacets((SchemaObject)other));
                if (!same) Assert.NotEmpty(FacetList.Differences((IFacets)made, (IFacets)other));
            },
            iter: 100);
    }

    [Theory]
    [MemberData(nameof(Children))]
    public void An_object_inside_another_is_one_of_its_children(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        Arbitrary.Of(type).Sample(
            made =>
            {
                IEnumerable<object> inside = property.GetValue(made) switch
                {
                    null => [],
                    SchemaObject one => [one],
                    var list => ((System.Collections.IEnumerable)list).Cast<object>(),
                };
                Assert.All(inside, child => Assert.Contains(child, ((SchemaObject)made).Children));
            },
            iter: 100);
    }

    [Fact]
    public void A_right_is_told_by_the_name_of_its_role()
    {
        static Table With(params string[] roles) =>
            new() { Name = new("t"), Grants = new() { Roles = [.. roles.Select(r => new Grant { Role = r, Privileges = ["SELECT"] })] } };
        Assert.Equal(["grants.roles[a].role", "grants.roles[a].privileges"],
            FacetList.Differences(With("a", "b"), With("b")).Select(f => f.Name));
        // Nobody has a right, and nothing is said, are two things.
        Assert.NotEmpty(FacetList.Differences(With(), With() with { Grants = null }));
    }

    [Fact]
    public void Children_of_one_kind_follow_each_other()
    {
        Arbitrary.Of(typeof(Table)).Sample(
            made =>
            {
                var kinds = ((Table)made).Children.Select(c => c.Kind.Plural).ToList();
                Assert.Equal(kinds.Distinct().Count(), kinds.Where((kind, i) => i == 0 || kinds[i - 1] != kind).Count());
            },
            iter: 100);
    }

    [Fact]
    public void What_an_object_uses_is_not_compared()
    {
        var view = new View { Name = new("v"), Definition = new("SELECT 1") };
        Assert.True(view.HasSameFacets(view with { Uses = [new("t")] }));
    }

    [Fact]
    public void A_name_with_a_comma_is_not_two_names()
    {
        var one = new View { Definition = new("x"), Columns = [new("a, b")] };
        Assert.False(one.HasSameFacets(one with { Columns = [new("a"), new("b")] }));
        var words = new EnumType { Values = ["a', 'b"] };
        Assert.False(words.HasSameFacets(words with { Values = ["a", "b"] }));
    }

    private static IEnumerable<TheoryDataRow<Type, string>> Properties(Func<PropertyInfo, bool> which) =>
        from type in Arbitrary.FacetTypes
        from property in Arbitrary.Properties(type)
        where which(property)
        select new TheoryDataRow<Type, string>(type, property.Name);

    private static bool IsKind(PropertyInfo property) => typeof(SchemaObject).IsAssignableFrom(property.DeclaringType);

    private static bool IsChild(PropertyInfo property) => typeof(SchemaObject).IsAssignableFrom(Arbitrary.Element(property.PropertyType));

    private static object With(object made, PropertyInfo property, object? value)
    {
        var copy = made.GetType().GetMethod("<Clone>$")!.Invoke(made, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>Expressions are compared by their canonical text; null and the empty name are one.</summary>
    private static string Canonical(object? value) => value switch
    {
        null => "null",
        SqlExpression expression => Quoted(expression.Canonical),
        IFacets part => string.Join(' ', FacetList.Of(part).Select(f => $"{f.Name}={(f.Value is null ? "null" : Quoted(f.Value))}")),
        string text => Quoted(text),
        System.Collections.IEnumerable list => "[" + string.Concat(list.Cast<object>().Select(item => $"({Canonical(item)})")) + "]",
        _ => Quoted(value.ToString()!),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
