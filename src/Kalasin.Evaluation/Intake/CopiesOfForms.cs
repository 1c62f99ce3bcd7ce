using System.Collections.Immutable;

namespace Kalasin.Evaluation.Intake;

/// <summary>The letter asks for Word and PDF: of a return that came as a spreadsheet too, the Word document is the copy.</summary>
internal static class CopiesOfForms
{
    public static void KeepAsCopies(ImmutableArray<FileResult>.Builder files)
    {
        var forms = files.SelectMany(f => f.Innermost).Where(f => f.Kind is FileKind.Workbook or FileKind.OpenSpreadsheet).SelectMany(f => f.Returns)
            .Select(r => (r.Unit, r.Indicator)).ToHashSet();
        if (forms.Count == 0) return;
        for (var i = 0; i < files.Count; i++) files[i] = WithCopies(files[i], forms);
    }

    private static FileResult WithCopies(FileResult file, HashSet<(UnitCode, IndicatorNumber)> forms) =>
        file.Documents.IsEmpty ? AsCopy(file, forms)
        : file.Documents.Select(d => WithCopies(d, forms)).ToImmutableArray() is var documents && documents.SequenceEqual(file.Documents) ? file
        : (file with { Findings = [.. file.Findings.Where(f => f.Place.File == file.Name)] }).With(documents);

    private static FileResult AsCopy(FileResult file, HashSet<(UnitCode, IndicatorNumber)> forms) =>
        file.Kind == FileKind.WordDocument && !file.Returns.IsEmpty && file.Returns.All(r => forms.Contains((r.Unit, r.Indicator)))
            ? file with { Outcome = FileOutcome.KeptAsCopy, Returns = [], Findings = [FormFindings.CopyOfForm.At(Place.InFile(file.Name))] }
            : file;
}
