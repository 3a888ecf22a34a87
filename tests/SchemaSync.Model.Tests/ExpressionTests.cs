using System.Collections;
using CsCheck;

namespace SchemaSync.Model.Tests;

public sealed class ExpressionTests
{
    public static TheoryData<Type> Kinds => [.. Arbitrary.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mapping_reaches_every_text_of_a_kind_and_its_children(Type kind) => Arbitrary.Of(kind).Sample(
        made =>
        {
            var before = Expressions(made).ToList();
            var after = Expressions(((SchemaObject)made).MapExpressions(e => new("<" + e.Text, e.Canonical + ">"))).ToList();
            Assert.Equal(before.Select(e => new SqlExpression("<" + e.Text, e.Canonical + ">")), after);
        },
        iter: 100);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mapping_to_the_same_texts_changes_nothing(Type kind) =>
        Arbitrary.Of(kind).Sample(made => Assert.Equal(made, ((SchemaObject)made).MapExpressions(e => e)), iter: 100);

    private static IEnumerable<SqlExpression> Expressions(object? value) => value switch
    {
        null or string or Identifier => [],
        SqlExpression expression => [expression],
        IEnumerable list => list.Cast<object>().SelectMany(Expressions),
        SchemaObject or IFacets => Arbitrary.Properties(value.GetType()).SelectMany(p => Expressions(p.GetValue(value))),
        _ => [],
    };
}
