using System.Text;

namespace Kalasin.Evaluation.Tests.Returns;

public sealed class ValuesByIdTests
{
    private static readonly ValuesById Two = ValuesById.Of([new("b", new TextValue("ข")), new("a", new NumberValue(1))]);

    [Fact]
    public void Of_AnyOrder_IsInOrderOfIds()
    {
        Assert.Equal(["a", "b"], Two.Keys);
        Assert.Equal([new NumberValue(1), new TextValue("ข")], Two.Values);
        Assert.Equal((2, false, true), (Two.Count, Two.IsEmpty, ValuesById.Empty.IsEmpty));
        Assert.Equal(["B", "a", "ก"], ValuesById.Of(Two.With("ก", new FlagValue(true)).With("B", new FlagValue(true)).Without("b")).Keys);
    }

    [Fact]
    public void Of_IdTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ValuesById.Of([new("a", new NumberValue(1)), new("a", new NumberValue(1))]));

    [Fact]
    public void Indexer_WhereNothingStands_Throws()
    {
        Assert.Equal(new NumberValue(1), Two["a"]);
        Assert.Throws<KeyNotFoundException>(() => Two["c"]);
        Assert.Null(Two.GetValueOrDefault("c"));
        Assert.False(Two.TryGetValue("c", out _));
        Assert.False(Two.ContainsKey("c"));
    }

    [Fact]
    public void With_LeavesTheOthersAsTheyWere()
    {
        var other = Two.With("a", new NumberValue(2));
        Assert.Equal(new NumberValue(1), Two["a"]);
        Assert.Equal(new NumberValue(2), other["a"]);
        Assert.Equal(Two["b"], other["b"]);
        Assert.Equal(Two, other.With("a", new NumberValue(1.0m)));
        Assert.Same(Two, Two.Without("c"));
        Assert.True(Two.Without("a").Without("b").IsEmpty);
    }

    /// <summary>Whatever ids were read before and are shared: what is read says what is written, and rows that say the same are equal.</summary>
    [Fact]
    public void Equals_HoweverRead_IsByWhatTheySay()
    {
        string[] ids = ["a", "b", "c", "d"];
        var choices = Enumerable.Range(0, 1 << ids.Length).Select(bits => ids.Where((_, i) => (bits >> i & 1) == 1).ToArray()).ToList();
        string[][] orders = [.. choices, .. choices.Select(c => c.Reverse().ToArray()), .. choices];
        var rows = orders.Select((order, n) =>
            $$"""{"number":{{n + 1}},"values":{{{string.Join(',', order.Select(id => $$"""{{"\""}}{{id}}":{"kind":"text","text":"{{id}}"}"""))}}},"faults":[]}""");
        var json = $$"""
            {"unit":"LAW","indicator":"10","status":"reported","nilReason":null,"dataAsOf":null,"facts":{},
            "rows":[{{string.Join(',', rows)}}],"narrative":{"results":"","successFactors":"","obstacles":"","suggestions":""},"evidence":[]}
            """;
        Assert.True(ReturnJson.TryRead(Encoding.UTF8.GetBytes(json), out var read));
        foreach (var (order, row) in orders.Zip(read.Rows))
        {
            var made = ValuesById.Of(order.Select(id => KeyValuePair.Create<string, CellValue>(id, new TextValue(id))));
            Assert.Equal(order.Order(StringComparer.Ordinal), row.Values.Keys);
            Assert.True(made.Equals(row.Values) && row.Values.Equals(made));
            Assert.Equal(made.GetHashCode(), row.Values.GetHashCode());
            Assert.Equal(order.Length == 0, row.Values.Equals(ValuesById.Empty));
            Assert.All(ids, id => Assert.Equal(order.Contains(id), row.Values.ContainsKey(id)));
        }
    }
}
