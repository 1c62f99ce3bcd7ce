namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>The test of directions can fail.</summary>
public sealed class RoomPlanTests
{
    private const string House = "Kalasin.Evaluation.Tests.Architecture.MadeUpHouse";

    private static readonly IEnumerable<Type> Types = typeof(RoomPlanTests).Assembly.GetTypes();

    [Theory]
    [InlineData("ByBase", "Shape")]
    [InlineData("ByParameter", "Secret")]
    [InlineData("ByCall", "Secret")]
    [InlineData("ByNestedType", "Secret")]
    [InlineData("ByLambda", "Secret")]
    [InlineData("ByIterator", "Secret")]
    [InlineData("ByAttribute", "MarkAttribute")]
    public void Use_AgainstTheDirection_IsABreach(string user, string used) =>
        Assert.Contains($"Left.{user} uses Right.{used}", new RoomPlan(House, ("Left", []), ("Right", ["Left"])).Breaches(Types));

    [Fact]
    public void Use_ThatIsAllowed_IsNone() => Assert.Empty(new RoomPlan(House, ("Right", []), ("Left", ["Right"])).Breaches(Types));

    [Fact]
    public void Breaches_NameOnlyTheGuilty() =>
        Assert.DoesNotContain(
            new RoomPlan(House, ("Left", []), ("Right", [])).Breaches(Types), breach => breach.Contains("Innocent", StringComparison.Ordinal));

    [Fact]
    public void Use_ThroughARoomBetween_IsAllowed()
    {
        var plan = new RoomPlan(House, ("Right", []), ("Between", ["Right"]), ("Left", ["Between"]));
        Assert.Empty(plan.Breaches(Types));
    }

    [Theory]
    [InlineData("| `Left/` | the left room | – |\n| `Right/` | the right one | `Left/` |", true)]
    [InlineData("| `Right/` | the right room | – |\n| `Left/` | the left one | `Right/` |", false)]
    public void Plan_IsReadFromAPage(string table, bool breached)
    {
        var page = "# Page\n\n## Rooms\n\n| room | holds | may use |\n| --- | --- | --- |\n" + table + "\n\nText\n";
        Assert.Equal(breached, RoomPlan.Stated(House, page, "## Rooms").Breaches(Types).Any());
    }

    [Fact]
    public void Namespace_InNoRoom_IsUnplanned() => Assert.Equal([House + ".Right"], new RoomPlan(House, ("Left", [])).Unplanned(Types));

    [Theory]
    [InlineData("ScoreHelper", true)]
    [InlineData("RoundManager", true)]
    [InlineData("TextUtils", true)]
    [InlineData("Scorer", false)]
    [InlineData("<Generated>__Utilities", false)]
    public void VagueName_IsSeen(string name, bool vague) => Assert.Equal(vague, TypeRules.IsVague(name));

    [Theory]
    [InlineData(typeof(OpenClass), true)]
    [InlineData(typeof(OpenRecord), true)]
    [InlineData(typeof(ClosedRecord), false)]
    [InlineData(typeof(RoomPlanTests), false)]
    public void ClassThatStrangersCanDeriveFrom_IsSeen(Type type, bool open) => Assert.Equal(open, TypeRules.IsOpen(type));

    public class OpenClass;

    public abstract record OpenRecord(int Number);

    public abstract record ClosedRecord
    {
        private protected ClosedRecord() { }
    }
}
