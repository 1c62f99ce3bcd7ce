using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Functions.Pages;

/// <summary>What the visitor may decide about a score.</summary>
/// <param name="telling">Knows the rows that were judged.</param>
internal sealed class ScoreDecisions(DecisionOffer offer, Telling telling)
{
    /// <summary>Pairs shown at once; the next ones follow when these are settled.</summary>
    public const int MostPairs = 20;

    private RoundState State => offer.Round.State;

    /// <summary>To show the units their provisional results, or to move the last day for objections.</summary>
    public ImmutableArray<DecisionForm> ShowResults
    {
        get
        {
            const int days = 7;
            var button = State.Results is null
                ? new BilingualText("เปิดให้หน่วยงานดูผลเบื้องต้น และโต้แย้งได้ถึงวันที่กำหนด", "Show units the provisional results; objections until a day")
                : new("เปลี่ยนวันสุดท้ายที่โต้แย้งได้", "Move the last day for objections");
            return [.. offer.Of(new ShowResults(State.Results?.Until ?? offer.Today.AddDays(days)), button, "until")];
        }
    }

    /// <param name="entrant">Whose score: the province's, or a unit's where units are scored.</param>
    public ImmutableArray<DecisionForm> Of(Score score, string entrant)
    {
        UnitCode? of = offer.Round.Rules.Framework.Entrant == EntrantKind.Province ? null : UnitCode.Parse(entrant);
        return
        [
            .. score.Measurement.State == MeasurementState.Disagreed || State.Disagreements.ContainsKey(score.Indicator) ? Disagreement(score.Indicator) : [],
            .. State.Assessments.GetValueOrDefault((score.Indicator, of)) is { } entered
                ? offer.Of(new Assess(score.Indicator, entered.Score, "", of), new("แก้คะแนนของผู้ประเมิน", "Change the person's score"), "score", "reason")
                    .Concat(offer.Of(new TakeBackAssessment(score.Indicator, "", of), new("ถอนคะแนนของผู้ประเมิน", "Take the person's score back"), "reason"))
                : offer.Of(new Assess(score.Indicator, score.Points ?? 0, "", of), new("ให้คะแนนโดยผู้ประเมิน", "Enter a person's score"), "score", "reason"),
        ];
    }

    /// <summary>Rows that look the same, whether they count once or twice, that may be the same but for their writing, or that were judged: the first few that the visitor may settle.</summary>
    public ImmutableArray<PairView> PairsOf(Score score)
    {
        var settled = State.Duplicates.Where(d => d.Key.Indicator == score.Indicator).OrderBy(d => d.Value.By.Number)
            .Select(d => (d.Key.First, d.Key.Second, Told: Judged(score.Indicator, d.Key.First, d.Key.Second, d.Value.Same), Same: (bool?)d.Value.Same));
        var alike = score.Measurement.Excluded.Where(e => e.SameAs is not null).Select(e => (e.Row, Like: e.SameAs!))
            .Concat(score.Measurement.LookAlikes.Select(l => (l.Row, l.Like)));
        var proposed = alike.Select(a => (First: Fingerprint(a.Like), Second: Fingerprint(a.Row), Told: NameOf(a.Row, a.Like), Same: (bool?)null))
            .Where(p => p.First != p.Second && !IsSettled(score.Indicator, p.First, p.Second));
        var near = NearDuplicates.Of(
                offer.Round.Rules, score.Indicator, score.Measurement, (one, other) => IsSettled(score.Indicator, Fingerprint(one), Fingerprint(other))).Found
            .Select(n => (First: Fingerprint(n.First), Second: Fingerprint(n.Second), Told: MayBe(NameOf(n.First, n.Second), n.Why), Same: (bool?)null))
            .Where(p => p.First != p.Second);
        return
        [
            .. proposed.Concat(near).Concat(settled)
                .Select(p => new PairView(p.Told,
                [
                    .. p.Same is true ? [] : offer.Of(
                        new SettleDuplicate(score.Indicator, p.First, p.Second, Same: true, ""), new("เป็นเรื่องเดียวกัน", "The same"), "reason"),
                    .. p.Same is false ? [] : offer.Of(
                        new SettleDuplicate(score.Indicator, p.First, p.Second, Same: false, ""), new("เป็นคนละเรื่อง", "Not the same"), "reason"),
                ]))
                .Where(p => !p.Forms.IsEmpty).Take(MostPairs),
        ];
    }

    private static BilingualText MayBe(BilingualText rows, BilingualText why) =>
        new($"อาจเป็นเรื่องเดียวกัน: {rows.Thai} ({why.Thai})", $"maybe the same: {rows.English} ({why.English})");

    private static RowFingerprint Fingerprint(RowReference row) => RowFingerprint.Of(row.Unit, row.Row);

    private bool IsSettled(IndicatorNumber indicator, RowFingerprint one, RowFingerprint other)
    {
        var (first, second) = DuplicateSettled.InOrder(one, other);
        return State.Duplicates.ContainsKey((indicator, first, second));
    }

    private BilingualText NameOf(RowReference row, RowReference same)
    {
        var (one, other) = (NameOf(row), NameOf(same));
        return new($"{one.Thai} กับ{other.Thai}", $"{one.English} and {other.English}");
    }

    private BilingualText NameOf(RowReference row)
    {
        var (unit, number) = (telling.NameOf(row.Unit), ThaiNumerals.Number(row.Row.Number));
        return new($"แถวที่ {number.Thai} ของ{unit.Thai}", $"row {number.English} of {unit.English}");
    }

    private BilingualText Judged(IndicatorNumber indicator, RowFingerprint first, RowFingerprint second, bool same)
    {
        var (thai, english) = same ? ("เป็นเรื่องเดียวกัน", "the same") : ("เป็นคนละเรื่อง", "not the same");
        var (one, other) = (telling.RowOf(indicator, first), telling.RowOf(indicator, second));
        return new($"วินิจฉัยแล้วว่า{thai}: {one.Thai} กับ{other.Thai}", $"judged {english}: {one.English} and {other.English}");
    }

    private IEnumerable<DecisionForm> Disagreement(IndicatorNumber indicator) => State.AnswersOn(indicator).SelectMany(head =>
    {
        var name = telling.NameOf(head.Unit);
        return offer.Of(new SettleDisagreement(indicator, head.Unit, ""), new($"ใช้คำตอบของ{name.Thai}", $"Let the answer of {name.English} count"), "reason");
    });
}

/// <summary>Two rows that may tell of the same thing.</summary>
/// <param name="Rows">Which, and what was judged.</param>
/// <param name="Forms">By which the visitor settles it.</param>
public sealed record PairView(BilingualText Rows, ImmutableArray<DecisionForm> Forms);
