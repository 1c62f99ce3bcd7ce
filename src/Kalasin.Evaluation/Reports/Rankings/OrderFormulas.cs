using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Reports.Rankings;

/// <summary>Formulas of the sheet of the order: from the scores of a row to its total, and from all totals to ranks.</summary>
/// <param name="framework">The framework.</param>
/// <param name="columns">Where things stand.</param>
internal sealed class OrderFormulas(Framework framework, OrderColumns columns)
{
    /// <summary>Programs reckon in binary: what differs by less is the same total.</summary>
    private const int Digits = 10;

    private bool IsPoints => framework.Total?.Kind == TotalKind.Points;

    /// <summary>The total of a row; <see langword="null"/> where groups have weights of their own, whose subtotals stand as they were computed.</summary>
    public string? Total(int row)
    {
        if (framework.Groups.Any(g => g.Weight is not null)) return null;
        var (scores, weights, fulls) = (Cells(row), Fixed(columns.Weights), Fixed(columns.Fulls));
        var counts = $"({Fixed(columns.Roles)}=\"{OrderColumns.Counts}\")*ISNUMBER({scores})";
        var weight = $"SUMPRODUCT({counts}*{weights})";
        var sum = IsPoints ? $"SUMPRODUCT({counts}*{weights}*{scores}/{fulls})" : $"SUMPRODUCT({counts}*{weights}*{scores})/{weight}";
        if (framework.Indicators.Any(i => i.Role is not null))
            sum = $"MAX(0,{sum}+{Extra(row, OrderColumns.Adds, framework.Total?.MostBonus)}-{Extra(row, OrderColumns.Takes, framework.Total?.MostPenalty)})";
        if (framework.Total?.EndsAtFull == true) sum = $"MIN({sum},{(IsPoints ? weight : $"SUMPRODUCT({counts}*{weights}*{fulls})/{weight}")})";
        return $"IF({weight}=0,\"\",ROUND({sum},{Digits}))";
    }

    /// <summary>The rank of a row: one more than those that come before it, by total and then by each tie-break.</summary>
    public string Rank(int row)
    {
        var before = "0";
        foreach (var (i, tie) in (framework.Ranking?.TieBreaks ?? []).Index().Reverse())
        {
            // Who has none of it comes last. No IF: inside a sum of products older programs take one row of it alone.
            var (all, own) = (Down(columns.Ties + i), Cell(columns.Ties + i, row));
            var (some, mine) = ($"ISNUMBER({all})", $"ISNUMBER({own})");
            var beats = $"({mine}*{some}*({all}{(tie.Prefers == Preference.Higher ? ">" : "<")}{own})+(1-{mine})*{some})";
            var equals = $"({mine}*{some}*({all}={own})+(1-{mine})*(1-{some}))";
            before = $"({beats}+{equals}*({before}))";
        }
        var (totals, total) = (Down(columns.Total), Cell(columns.Total, row));
        return $"IF({Cell(columns.Standing, row)}=\"{OrderColumns.Ranked}\",1+SUMPRODUCT(({Down(columns.Standing)}=\"{OrderColumns.Ranked}\")*(({totals}>{total})+({totals}={total})*{before})),\"\")";
    }

    /// <summary>The T-score of a row among those that are ranked.</summary>
    public string TScore(int row)
    {
        var (ranked, totals) = ($"({Down(columns.Standing)}=\"{OrderColumns.Ranked}\")", Down(columns.Total));
        var count = $"SUMPRODUCT({ranked}*1)";
        var mean = $"(SUMPRODUCT({ranked}*{totals})/{count})";
        var deviation = $"SQRT(SUMPRODUCT({ranked}*({totals}-{mean})^2)/{count})";
        return $"IF({Cell(columns.Standing, row)}=\"{OrderColumns.Ranked}\",IF({deviation}=0,50,50+10*({Cell(columns.Total, row)}-{mean})/{deviation}),\"\")";
    }

    private string Extra(int row, string role, decimal? most)
    {
        var sum = $"SUMPRODUCT(({Fixed(columns.Roles)}=\"{role}\")*ISNUMBER({Cells(row)})*{Fixed(columns.Weights)}*{Cells(row)}/{Fixed(columns.Fulls)})";
        return most is { } cap ? $"MIN({cap.ToString(CultureInfo.InvariantCulture)},{sum})" : sum;
    }

    private string Cells(int row) => $"{Cell(columns.Scores, row)}:{Cell(columns.Scores + framework.Indicators.Length - 1, row)}";

    private string Fixed(int row) =>
        $"${CellAddress.Of(columns.Scores, row).TrimEnd(Numerals)}${row}:${CellAddress.Of(columns.Scores + framework.Indicators.Length - 1, row).TrimEnd(Numerals)}${row}";

    private string Down(int column) => $"${CellAddress.Of(column, 1).TrimEnd(Numerals)}${columns.First}:${CellAddress.Of(column, 1).TrimEnd(Numerals)}${columns.Last}";

    private static string Cell(int column, int row) => $"${CellAddress.Of(column, row).TrimEnd(Numerals)}{row}";

    private static readonly char[] Numerals = [.. "0123456789"];
}

/// <summary>Where things stand on the sheet of the order; numbers from 1.</summary>
/// <param name="Roles">Row that says what each indicator does to the total.</param>
/// <param name="Weights">Row of weights.</param>
/// <param name="Fulls">Row of highest scores.</param>
/// <param name="First">First row of entrants.</param>
/// <param name="Last">Last row of entrants.</param>
/// <param name="Scores">Column of the first indicator.</param>
/// <param name="Total">Column of totals.</param>
/// <param name="Standing">Column that says who is ranked.</param>
/// <param name="Ties">Column of the first tie-break.</param>
internal sealed record OrderColumns(int Roles, int Weights, int Fulls, int First, int Last, int Scores, int Total, int Standing, int Ties)
{
    public const string Counts = "นับ";
    public const string Adds = "เพิ่ม";
    public const string Takes = "หัก";
    public const string Ranked = "จัดอันดับ";
}
