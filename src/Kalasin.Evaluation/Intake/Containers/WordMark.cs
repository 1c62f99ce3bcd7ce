using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The mark of a form that is a Word document: properties with our prefix, as the table that a workbook has it in.</summary>
internal static class WordMark
{
    private const int MostProperties = 50;

    /// <summary>The table; none where there is no mark.</summary>
    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var (package, budget) = (file.Package!, file.Budget);
        if (package.RelationshipsOf("").Values.FirstOrDefault(r => r.Is("custom-properties") && !r.IsExternal)?.Target is not { } part || !package.Has(part)) return [];
        var rows = new TableRows((_, _) => file.Place, file.Contents);
        using var xml = package.Open(part);
        var number = 0;
        for (var root = xml.Root(); number < MostProperties && xml.NextChild(root);)
        {
            if (!xml.Is("property"u8) || xml["name"u8] is not { } name || !name.StartsWith(FormMark.Prefix, StringComparison.Ordinal)) continue;
            var property = xml.Here;
            if (!xml.NextChild(property)) continue;
            rows.Add(new(1, RawKind.Text, name[FormMark.Prefix.Length..], budget));
            rows.Add(new(2, RawKind.Text, xml.Text(), budget));
            rows.End(++number, isHidden: true);
        }
        return number == 0 ? [] : [new(FormLayout.MarkSheet, file.Place, true, rows.ToImmutable())];
    }
}
