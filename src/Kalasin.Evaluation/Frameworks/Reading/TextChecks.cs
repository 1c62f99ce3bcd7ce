using System.Collections.Frozen;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What holds for every text and source of a framework or plan, wherever it stands.</summary>
internal static class TextChecks
{
    /// <summary>Longest text that has to fit a heading, a table cell or a line.</summary>
    public const int LongestHeading = 200;

    /// <summary>Longest text of any other kind.</summary>
    public const int LongestText = 2000;

    private static readonly FrozenSet<string> Headings = new[] { "heading", "label", "shortText", "shortName", "authorityShortName",
        "name", "unit", "row", "roleText", "position", "officeAddress", "telephone" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Texts in two languages that may be empty: none is. Plain ones that may: an address not yet known.</summary>
    private static readonly FrozenSet<string> MayBeEmpty = new[] { "email" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(PlacedFindings report) => Check(report.Root, "", "", report);

    private static void Check(JsonPart part, string name, string pointer, PlacedFindings report)
    {
        switch (part)
        {
            case JsonTextPart { Text: var text }:
                var longest = Headings.Contains(name) ? LongestHeading : LongestText;
                if (string.IsNullOrWhiteSpace(text) && !MayBeEmpty.Contains(name)) report.Add(pointer, FrameworkFindings.Empty);
                if (text.Length > longest) report.Add(pointer, FrameworkFindings.TooLong, ThaiNumerals.Number(text.Length), ThaiNumerals.Number(longest));
                if (text.Any(char.IsControl)) report.Add(pointer, FrameworkFindings.ControlCharacter);
                break;
            case JsonArrayPart { Items: var items }:
                for (var i = 0; i < items.Length; i++) Check(items[i], name, $"{pointer}/{i}", report);
                break;
            case JsonObjectPart members:
                if ((name.EndsWith("ource", StringComparison.Ordinal) || name.EndsWith("ources", StringComparison.Ordinal))
            && members.Find("kind") is JsonTextPart { Text: "regulation" or "office" } kind && members.Find("citation") is null)
                    report.Add(pointer, FrameworkFindings.NoCitation, kind.Text);
                var isBilingual = members.Find("th") is not null;
                foreach (var member in members.Members) Check(member.Value, isBilingual ? name : member.Name, JsonPart.Pointer(pointer, member.Name), report);
                break;
        }
    }
}
