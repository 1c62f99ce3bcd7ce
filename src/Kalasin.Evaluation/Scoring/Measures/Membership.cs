using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>Somebody or something that counts in a denominator, whether a row speaks of it or not.</summary>
/// <param name="Key">What a row's column holds of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="District">Code of its district, if it has one.</param>
internal sealed record Member(CellValue Key, string Name, string? District);

/// <summary>Who belongs to a denominator that doesn't depend on the rows typed.</summary>
/// <param name="of">The indicator that is measured.</param>
/// <param name="column">The column that says which member a row is about.</param>
/// <param name="members">The members, in official order.</param>
internal abstract class Membership(IndicatorCase of, string column, IReadOnlyList<Member> members)
{
    protected IndicatorCase Of => of;

    public string Column => column;

    public IReadOnlyList<Member> Members => members;

    /// <summary>Said where there is no member at all.</summary>
    public abstract BilingualText Nobody { get; }

    /// <summary>What the denominator is, less those that aren't due.</summary>
    public BilingualText Basis(int exempt)
    {
        var basis = Basis();
        if (exempt == 0) return basis;
        var (less, rest) = (ThaiNumerals.Number(exempt), ThaiNumerals.Number(Members.Count - exempt));
        return new($"{basis.Thai} หักที่ยังไม่นำมาคิด {less.Thai} แห่ง เหลือ {rest.Thai} แห่ง", $"{basis.English}, less {less.English} that aren't due: {rest.English}");
    }

    /// <summary>That no row speaks of some of them.</summary>
    public abstract Finding Missing(BilingualText count, BilingualText names, BilingualText denominator);

    /// <summary>Why a row about no member doesn't count.</summary>
    public ExcludedRow NoMember(SelectedRow row, CellValue? key, ICollection<Finding> findings) =>
        key is null ? new(row.Reference, ExclusionReason.NotConcerned, of.Reasons.Blank(new ColumnOperand(column))) : Stranger(row, key, findings);

    /// <summary>Why a row about something that is no member doesn't count.</summary>
    protected abstract ExcludedRow Stranger(SelectedRow row, CellValue key, ICollection<Finding> findings);

    protected abstract BilingualText Basis();
}
