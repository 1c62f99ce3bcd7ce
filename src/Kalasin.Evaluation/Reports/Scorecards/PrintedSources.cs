namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Where a rule comes from, in words beside its cell.</summary>
internal sealed class PrintedSources(Framework framework)
{
    public (string From, string Note) Of(RuleSource source) => (
        source.Kind switch
        {
            SourceKind.Memo => "หนังสือของจังหวัด",
            SourceKind.DlaLetter => $"หนังสือของ{framework.Giver.Thai}",
            SourceKind.Annex => "สิ่งที่ส่งมาด้วย",
            SourceKind.Regulation => "กฎหมายและระเบียบ",
            SourceKind.Office => "จังหวัดกำหนด",
            SourceKind.Assumed => "เกณฑ์สมมติ",
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, null),
        },
        ThaiNumerals.ToThaiInProse(string.Join(" ", new[] { source.Citation, source.Note }.Where(t => t is { Length: > 0 }))));
}
