using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>The lists that cells of one form offer. Those too long for a cell's own list stand on the mark sheet, each once, from column D on.</summary>
internal sealed class OfferedLists(AwardRules rules)
{
    private const int FirstColumn = 4;
    private const int LongestInline = 255;

    private readonly List<ImmutableArray<string>> lists = [];
    private readonly AuthorityRegister authorities = rules.Authorities;
    private readonly AwardRules rules = rules;

    /// <summary>The lists of the mark sheet, in the order of their columns.</summary>
    public IReadOnlyList<ImmutableArray<string>> All => lists;

    /// <summary>Length of the longest of them.</summary>
    public int Longest => lists.Select(l => l.Length).DefaultIfEmpty().Max();

    /// <summary>Names of the province's local authorities, each of them unique, in official order.</summary>
    public ImmutableArray<string> Authorities => field.IsDefault ? field = [.. authorities.Authorities.Select(authorities.DisplayName)] : field;

    /// <summary>Who may have sent something: whom the rule expects, or else all units and authorities.</summary>
    public ImmutableArray<string> SendersOf(Indicator indicator, string column)
    {
        var expected = indicator.Measure.SendersIn(column);
        return
        [
            .. rules.Plan.Units.Where(u => expected is null || expected.Units.Contains(u.Kind)).Select(u => u.Name.Thai),
            .. authorities.Authorities.Where(a => expected is null || expected.Authorities.Contains(a.Kind)).Select(authorities.DisplayName),
        ];
    }

    /// <summary>The rule that offers a list.</summary>
    public ValidationRule Offer(ImmutableArray<string> values)
    {
        if (!values.Any(v => v.Contains(',', StringComparison.Ordinal)) && string.Join(',', values).Length <= LongestInline) return new OneOf(values);
        var at = lists.FindIndex(l => l.SequenceEqual(values));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(values);
        }
        return new OneOfRange(FormLayout.MarkSheet, new(1, FirstColumn + at, values.Length, FirstColumn + at));
    }
}
