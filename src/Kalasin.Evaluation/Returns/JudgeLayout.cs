using System.Globalization;

namespace Kalasin.Evaluation.Returns;

/// <summary>
/// What a judge's sheet looks like, as its writer and its reader both know it: one workbook for each judge, an entrant a row, an indicator a column. Readers know it by its
/// mark and find columns by heading.
/// </summary>
internal static class JudgeLayout
{
    /// <summary>Value of <see cref="FormMark.Form"/>.</summary>
    public const string FormValue = "kalasin-judge-sheet";

    /// <summary>Mark: which judge, from 1.</summary>
    public const string Judge = "judge";

    /// <summary>Mark: how many judges there are.</summary>
    public const string Judges = "judges";

    public const string Sheet = "ใบให้คะแนน";
    public const string Code = "รหัส";
    public const string Entrant = "ผู้รับการประเมิน";

    /// <summary>Name of a file without its ending; by it the files of a set stand in order.</summary>
    public static string FileOf(RoundId round, int judge) => string.Create(CultureInfo.InvariantCulture, $"judge-{round}-{judge:00}");
}
