using System.Reflection;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Tests;

/// <summary>Every finding of the host reads as the reports' style page asks.</summary>
public sealed class FindingTextTests
{
    private static readonly string[] Blame = ["ผิดพลาด", "ไม่ถูกต้อง", "ปฏิเสธ"];

    private static IEnumerable<FindingKind> Kinds => typeof(Program).Assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType == typeof(FindingKind)).Select(f => (FindingKind)f.GetValue(null)!);

    public static TheoryData<string> Codes => [.. Kinds.Select(k => k.Code)];

    [Fact]
    public void Codes_AreUnique() => Assert.Equal(Codes.Count, Codes.Select(row => row.Data).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Example_FillsBothLanguages_AskingPolitely(string code)
    {
        var kind = Kinds.Single(k => k.Code == code);
        Assert.Matches("^KAL[0-9]{4}$", kind.Code);
        var finding = kind.At(Place.Nowhere, [.. kind.Example]);
        foreach (var text in (string[])[finding.Message.Thai, finding.Message.English, finding.Remedy.Thai, finding.Remedy.English])
        {
            Assert.NotEmpty(text);
            Assert.DoesNotContain('{', text);
        }
        Assert.Contains("โปรด", finding.Remedy.Thai, StringComparison.Ordinal);
        Assert.All(Blame, word => Assert.DoesNotContain(word, finding.ToString(Language.Thai), StringComparison.Ordinal));
    }
}
