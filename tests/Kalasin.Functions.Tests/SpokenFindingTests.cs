using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;

namespace Kalasin.Functions.Tests;

/// <summary>No kind of finding that a delivery can have carries typed words into a mail.</summary>
public sealed class SpokenFindingTests
{
    private const string Typed = "นายสมชาย”ใจดี)";

    /// <summary>Arguments that are the same in both languages though the program itself says them: kinds and endings of files.</summary>
    private static readonly (string, int)[] Ours = [("KAL1004", 0), ("KAL1004", 2), ("KAL1006", 0), ("KAL1033", 1)];

    public static TheoryData<string> Codes => [.. FindingFamily.All
        .Where(f => f.Holder is "FileFindings" or "FormFindings" or "CountFindings" or "CellFindings")
        .SelectMany(f => f.Kinds).Where(k => k.Example.Length > 0).Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void TypedWords_AreNotSaid(string code)
    {
        var kind = FindingFamily.Fields.Select(f => f.Kind).First(k => k.Code == code);
        for (var i = 0; i < kind.Example.Length; i++)
        {
            if (kind.Example[i].Thai != kind.Example[i].English || kind.Example[i] == BilingualText.Empty || Ours.Contains((code, i))) continue;
            var arguments = kind.Example.ToArray();
            arguments[i] = Typed;
            var said = SpokenFinding.Of(kind.At(Place.InCell(Typed, Typed, "D7"), arguments));
            Assert.DoesNotContain("สมชาย", said.Thai + said.English, StringComparison.Ordinal);
        }
    }
}
