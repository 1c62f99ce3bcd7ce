using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Names another place of the report: its number, ส่วนที่ ๔ or ภาพ ข-๑, once <see cref="Numbering"/> knows it; leads there.</summary>
/// <param name="Anchor">Anchor of a numbered chapter, heading, table or picture.</param>
internal sealed record Reference(string Anchor) : Inline
{
    /// <summary>Without the word before the number, behind another of its kind: ภาพ ข-๑, ข-๒. Default <see langword="false"/>.</summary>
    public bool NumberOnly { get; init; }
}
