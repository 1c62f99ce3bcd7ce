using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>That the ledger's clauses are kept, and that a file which breaks one is found out: each is broken here in a file that keeps all others.</summary>
public sealed class PdfProfileTests
{
    private const string Prefix = "UA ";

    private static readonly string Plain = Encoding.Latin1.GetString(PdfWriter.Bytes(EveryBlock.Document, plain: true));

    /// <summary>Clause as the ledger names it, start of the violation, what is written in the place of what, once.</summary>
    public static TheoryData<string, string, string, string> Breaks => new()
    {
        { "6.1.3", "6.1.3", @"/ID\[<\w+><\w+>\]", "" },
        { "6.1.3", "6.1.3", "/Root ", "/Encrypt<<>>/Root " },
        { "6.1.6–6.1.9", "6.1.6–6.1.9", "/Tabs/S", "/Tabs(S)" },
        { "6.1.6–6.1.9", "6.1.6–6.1.9", "/Count ", "/Coun " },
        { "6.1.7.2", "6.1.7.2", "/Type/Metadata", "/F(a)/Type/Metadata" },
        { "6.1.12", "6.1.12", "/Type/Catalog", "/Type/Catalog/Perms<<>>" },
        { "6.1.13", "6.1.13", @"/Info\(sRGB\)", $"/Info({new string('a', 40_000)})" },
        { "6.2.2", "6.2.2", @"\nBT |BDC BT ", "BDC BX BT " },
        { "6.2.2", "6.2.2", "/F1 ", "/F9 " },
        { "6.2.3, 6.2.4", "6.2.3", "/S/GTS_PDFA1", "/S/GTS_PDFX1" },
        { "6.2.3, 6.2.4", "6.2.3", "/ColorSpace/Device(RGB|Gray)", "/ColorSpace/DeviceCMYK" },
        { "6.2.5–6.2.7", "6.2.5", "<</Font<<", "<</ExtGState<<>>/Font<<" },
        { "6.2.8", "6.2.8", "/BitsPerComponent", "/Interpolate true/BitsPerComponent" },
        { "6.2.9", "6.2.9", "/Subtype/Image", "/Subtype/Form" },
        { "6.2.10", "6.2.10", "/BitsPerComponent", "/SMask 1 0 R/BitsPerComponent" },
        { "6.2.10", "6.2.10", "/Type/Page/", "/Type/Page/Group<<>>/" },
        { "6.2.11.2–4", "6.2.11.2", "/FontName/", "/FontName/X" },
        { "6.2.11.2–4", "6.2.11.3", "/Encoding/Identity-H", "/Encoding/Identity-V" },
        { "6.2.11.2–4", "6.2.11.4", "/FontFile2 ", "/FontFile3 " },
        { "6.2.11.5", "6.2.11.5", @"/W\[1\[", "/W[1[9" },
        { "6.2.11.7", "6.2.11.7", @"<0003> <[0-9A-F]+>\n", "" },
        { "6.2.11.7", "6.2.11.7", @"/ActualText\(\u00FE\u00FF", "/ActualText(\u00FE\u00FF\0x" },
        { "6.2.11.8", "6.2.11.8", @"Td\[\(", "Td[(\0\0" },
        { "6.3", "6.3", "/F 4/Border", "/F 2/Border" },
        { "6.4", "6.4", "/Type/Catalog", "/Type/Catalog/AcroForm<<>>" },
        { "6.5", "6.5", "/S/URI/URI", "/S/JavaScript/URI" },
        { "6.5", "6.5", "/URI\\(https:", "/URI(file:" },
        { "6.6.2", "6.6.2", "<pdfaid:conformance>A", "<pdfaid:conformance>B" },
        { "6.6.2", "6.6.2", "<pdfaProperty:name>part", "<pdfaProperty:name>p" },
        { "6.6.3", "6.6.3", @"/Producer\(", "/Producer(X" },
        { "6.7.2, 6.7.3", "6.7.2", "/Marked true", "/Marked false" },
        { "6.7.2, 6.7.3", "6.7.3", "/S/TBody", "/S/Body" },
        { "6.7.2, 6.7.3", "6.7.3", @"/K\[0 \]", "/K[1 ]" },
        { "6.7.3.3", "6.7.3.3", "EMC\n/Artifact BMC", "/Artifact BMC" },
        { "6.7.4", "6.7.4", @"/Lang\(th-TH\)", "/Lang()" },
        { "6.7.5, 6.7.7", "UA 7.3", "/Alt<FEFF[0-9A-F]+>", "" },
        { "6.8, 6.9, 6.10", "6.8", "/Type/Catalog", "/Type/Catalog/OCProperties<<>>" },
        { "UA 5", "UA 5", "<pdfuaid:part>1", "<pdfuaid:part>2" },
        { "UA 7.1", "UA 7.1", "/DisplayDocTitle true", "/DisplayDocTitle false" },
        { "UA 7.1", "UA 7.1", @"(/P|/H1)<</MCID 0>>BDC\n([^\0]{0,40})/Span", "$2/Span" },
        { "UA 7.1", "UA 7.1", "<dc:title>.*?</dc:title>", "" },
        { "UA 7.2", "UA 7.2", "/ColSpan 2", "" },
        { "UA 7.2", "UA 7.2", "/S/THead", "/S/Table" },
        { "UA 7.3", "UA 7.3", @"/BBox\[[^\]]+\]", "" },
        { "UA 7.4", "UA 7.4", "/S/H2", "/S/H5" },
        { "UA 7.5", "UA 7.5", "/Scope/Column", "/Scope/None" },
        { "UA 7.6", "UA 7.6", "/S/Lbl", "/S/P" },
        { "UA 7.7, 7.9–7.16", "6.7.3", "/S/Caption", "/S/Formula" },
        { "UA 7.8", "6.7.3", "/Artifact BMC", "/P<</MCID 99>>BDC" },
        { "UA 7.17", "UA 7.17", @"/Outlines \d+ 0 R", "" },
        { "UA 7.18", "UA 7.18", @"/StructParent \d+", "" },
        { "UA 7.18", "UA 7.18", "/Tabs/S", "/Tabs/R" },
        { "UA 7.18", "UA 7.18", @"/Contents(<FEFF[0-9A-F]+>|\([^)]*\))", "/Contents()" },
        { "UA 7.21", "6.2.11.4", "/FontFile2 ", "/FontFile3 " },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Violations_EveryBlock_AreNone(bool plain) =>
        Assert.Empty(PdfProfile.Violations(PdfWriter.Bytes(EveryBlock.Document, plain, TestContext.Current.CancellationToken)));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Violations_BrokenFile_NameTheClause(string clause, string violation, string what, string by)
    {
        var broken = new Regex(what, RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Replace(Plain, by, 1);
        Assert.NotEqual(Plain, broken);
        Assert.Contains(PdfProfile.Violations(Repaired(broken)), v => v.StartsWith(violation, StringComparison.Ordinal));
        Assert.NotEmpty(clause);
    }

    [Fact]
    public void Violations_RepairedFile_AreNone() => Assert.Empty(PdfProfile.Violations(Repaired(Plain)));

    [Theory]
    [InlineData("6.1.2", "%\u00E2\u00E3\u00CF\u00D3", "%abcd")]
    [InlineData("6.1.4", "endobj\n", "endobj\nx\n")]
    [InlineData("6.1.7", "\nendstream", " \nendstream")]
    public void Violations_DamagedFile_NameTheClause(string violation, string what, string by)
    {
        var at = Plain.IndexOf(what, StringComparison.Ordinal);
        var damaged = Moved(Plain[..at] + by + Plain[(at + what.Length)..], by.Length - what.Length);
        Assert.Contains(PdfProfile.Violations(damaged), v => v.StartsWith(violation, StringComparison.Ordinal));
    }

    /// <summary>Every clause has a test that a broken file fails: one of those above, or one that the ledger names.</summary>
    [Fact]
    public void Ledger_EveryClause_HasATestThatCanFail()
    {
        using var ledger = new StreamReader(typeof(PdfProfileTests).Assembly.GetManifestResourceStream("pdf-conformance.md")!);
        var broken = Breaks.Select(b => b.Data.Item1).Concat(["6.1.2", "6.1.4"]).ToHashSet(StringComparer.Ordinal);
        var (isUa, clauses) = (false, 0);
        while (ledger.ReadLine() is { } line)
        {
            isUa |= line == "## PDF/UA-1";
            if (line.Split('|', StringSplitOptions.TrimEntries) is not ["", var clause, _, _, var shown, ""] || clause.Length == 0 || !char.IsAsciiDigit(clause[0])) continue;
            clauses++;
            Assert.True(broken.Contains(isUa ? Prefix + clause : clause), $"no file is broken in {clause}");
            Assert.True(shown == "same" || shown.Contains('`'), $"{clause} names no test");
        }
        Assert.True(clauses > 40);
    }

    // Only the place of the cross-references is mended, so that they are still found.
    private static byte[] Moved(string text, int by)
    {
        var at = text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        var end = text.IndexOf('\n', at);
        return Encoding.Latin1.GetBytes($"{text[..at]}{int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture) + by}{text[end..]}");
    }

    /// <summary>Lengths and cross-references as the changed objects have them.</summary>
    private static byte[] Repaired(string text)
    {
        text = Regex.Replace(
            text, @"/Length \d+>>stream\n(?<data>.*?)\nendstream\nendobj", m => $"/Length {m.Groups["data"].Length}>>stream\n{m.Groups["data"].Value}\nendstream\nendobj",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(20));
        var objects = Regex.Matches(text, @"(?<=\n)(?<id>\d+) 0 obj\n", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(20))
            .ToDictionary(m => int.Parse(m.Groups["id"].Value, CultureInfo.InvariantCulture), m => m.Index);
        var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        var trailer = text[text.LastIndexOf("trailer\n", StringComparison.Ordinal)..text.LastIndexOf("startxref\n", StringComparison.Ordinal)];
        var rows = string.Concat(Enumerable.Range(1, objects.Count).Select(id => $"{objects[id]:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes($"{text[..table]}xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{rows}{trailer}startxref\n{table}\n%%EOF\n");
    }
}
