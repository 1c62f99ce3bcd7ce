using System.Reflection;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Evaluation.Tests.Intake;

public sealed partial class IntakeFindingsTests
{
    public static TheoryData<string> Codes() => [.. Kinds.Select(k => k.Kind.Code)];

    private static readonly List<(string Family, FindingKind Kind)> Kinds =
        [.. new[] { typeof(FileFindings), typeof(FormFindings), typeof(CellFindings) }
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.FieldType == typeof(FindingKind)).Select(f => (t.Name, (FindingKind)f.GetValue(null)!)))];

    [Fact]
    public void Codes_AreUniqueAndOfTheirFamily()
    {
        Assert.Equal(Kinds.Count, Kinds.Select(k => k.Kind.Code).Distinct().Count());
        Assert.All(Kinds, k => Assert.Matches(k.Family switch { nameof(FileFindings) => "^KAL1[0-8][0-9]{2}$", nameof(FormFindings) => "^KAL20[0-9]{2}$", _ => "^KAL21[0-9]{2}$" }, k.Kind.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Kind_HasAnExampleForEveryHoleAndTheOfficesTone(string code)
    {
        var kind = Kinds.Single(k => k.Kind.Code == code).Kind;
        var holes = Hole().Matches(kind.Message.Thai + kind.Remedy.Thai + kind.Message.English + kind.Remedy.English).Select(m => m.Value).Distinct().Count();
        Assert.Equal(holes, kind.Example.Length);
        var thai = kind.At(Place.Nowhere, kind.Example).ToString(Language.Thai);
        Assert.DoesNotMatch("ผิดพลาด|ไม่ถูกต้อง|ปฏิเสธ", thai);
        Assert.True(kind.Severity == Severity.Information || thai.Contains("โปรด", StringComparison.Ordinal), thai);
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();
}
