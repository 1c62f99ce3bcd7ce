namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>The content of a page, operator by operator: everything is marked once or an artifact, and says what it shows.</summary>
internal sealed class PdfContentFacts
{
    private const string Operators = " BMC BDC EMC BT ET Td Tf TJ Ts rg g w J d m l S re f q Q cm Do ";

    public PdfContentFacts(int number, Dictionary<string, object> page, Dictionary<string, PdfFontFacts> fonts, PdfObjects file, List<string> violations)
    {
        void Require(bool holds, string violation)
        {
            if (!holds) violations.Add($"{violation} (page {number})");
        }
        var lexer = new PdfLexer(((PdfStream)file.At(page, "Contents")!).Bytes());
        var (operands, open) = (new List<object>(), new Stack<(string Tag, PdfString? Actual)>());
        var (saved, shown, font) = (0, "", (PdfFontFacts?)null);
        while (lexer.Next() is { } token)
        {
            if (token is not PdfWord { Value: var name })
            {
                operands.Add(token);
                continue;
            }
            Require(Operators.Contains($" {name} ", StringComparison.Ordinal), $"6.2.2 the operator {name}");
            switch (name)
            {
                case "BMC":
                    Require(operands is [PdfName { Value: "Artifact" }] && open.Count == 0, "6.7.3.3 an artifact within something");
                    open.Push(("Artifact", null));
                    break;
                case "BDC" when operands is [PdfName tag, Dictionary<string, object> entries]:
                    if (entries.GetValueOrDefault("MCID") is double mark)
                    {
                        Require(open.Count == 0, "UA 7.1 tagged content within other content");
                        Require(mark == Marks.Count, "6.7.3 marks are not numbered in order");
                        Marks.Add(tag.Value);
                    }
                    else Require(open.Count == 1 && open.Peek().Tag != "Artifact" && entries.ContainsKey("ActualText"), "UA 7.1 a stretch of text outside of what it belongs to");
                    open.Push((tag.Value, entries.GetValueOrDefault("ActualText") as PdfString));
                    shown = "";
                    break;
                case "EMC":
                    Require(open.Count > 0, "6.2.2 an end without a beginning");
                    if (open.TryPop(out var closed) && closed.Actual is { } actual)
                        Require(Plain(actual.Text) == Plain(shown), $"6.2.11.7 '{shown}' says it is '{actual.Text}'");
                    break;
                case "TJ" or "S" or "f" or "Do":
                    Require(open.Count > 0, "UA 7.1 content neither tagged nor an artifact");
                    if (name == "TJ") shown += string.Concat(((List<object>)operands[0]).OfType<PdfString>().Select(s => font?.Read(s.Bytes, violations, $"page {number}")));
                    if (name == "Do") Require(file.At(page, "Resources", "XObject", ((PdfName)operands[0]).Value) is PdfStream, "6.2.2 a picture that is not there");
                    break;
                case "Tf":
                    Require(fonts.TryGetValue(((PdfName)operands[0]).Value, out font), "6.2.2 a font that is not there");
                    break;
                case "q" or "Q":
                    saved += name == "q" ? 1 : -1;
                    Require(saved is >= 0 and <= 28, "6.1.13 states nested too deep");
                    break;
            }
            operands.Clear();
        }
        Require(open.Count == 0 && saved == 0, "6.2.2 something is never ended");
        Require(!file.At(page, "Resources")!.ToString()!.Contains("ExtGState", StringComparison.Ordinal) && file.At(page, "Resources", "ExtGState") is null, "6.2.5 graphics states");
        Require(file.At(page, "Group") is null, "6.2.10 a transparency group");
        Require(file.At(page, "MediaBox") is List<object> box && box.OfType<double>().All(x => x is >= 0 and <= 14_400), "6.1.13 a page too large");
    }

    /// <summary>Tag of each marked-content sequence, by its number.</summary>
    public List<string> Marks { get; } = [];

    // ำ drawn by two glyphs says ํ and า.
    private static string Plain(string text) => text.Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal);
}
