using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A unit's own page: what it owes, where it sends, what it sent.</summary>
public sealed record UnitView : PageView
{
    private UnitView(AwardRules rules, UnitRow row) : base(row.Unit.Name) => (Rules, Row) = (rules, row);

    public AwardRules Rules { get; }

    public UnitRow Row { get; }

    public string Round => Rules.Plan.Id.Value;

    public string Code => Row.Unit.Code.Value;

    public required DeadlineView Deadline { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<DeliveryView> Deliveries { get; init; }

    /// <summary>Its figures that ask for a reason, or have one.</summary>
    public required ImmutableArray<Finding> Jumps { get; init; }

    /// <summary>The form's proof of origin.</summary>
    public required string Token { get; init; }

    /// <summary>Makes a form that is sent twice one delivery.</summary>
    public required string Key { get; init; }

    /// <summary>The results that it is shown before they are final; null where they are not shown.</summary>
    public ProvisionalView? Provisional { get; init; }

    /// <summary>What people ask of the unit, and it of them.</summary>
    public ImmutableArray<MatterView> Matters { get; init; } = [];

    /// <summary>What the visitor may decide about all that it reports.</summary>
    public ImmutableArray<DecisionForm> Forms { get; init; } = [];

    /// <summary>What the visitor may decide about each return.</summary>
    public ImmutableDictionary<Indicator, ImmutableArray<DecisionForm>> FormsOfReturns { get; init; } =
        ImmutableDictionary<Indicator, ImmutableArray<DecisionForm>>.Empty;

    /// <summary>The copies that came of each return, in words.</summary>
    public ImmutableDictionary<Indicator, ImmutableArray<CopyView>> Copies { get; init; } = ImmutableDictionary<Indicator, ImmutableArray<CopyView>>.Empty;

    /// <summary>Returns whose current version has a signed copy.</summary>
    public ImmutableHashSet<Indicator> Signed { get; init; } = [];

    /// <summary>What became of what was just sent; null where nothing was.</summary>
    public SentView? Sent { get; init; }

    internal static async Task<UnitView> OfAsync(
        OpenedRound round, ReportingUnit unit, VaultContent content, JumpService jumps, Caller caller, DateTimeOffset now, DateOnly? asOf, bool isSample,
        string token, int? taken, CancellationToken cancellationToken)
    {
        now = PageTime.EndOf(asOf) ?? now;
        var offer = new DecisionOffer(round, caller, now, token, PageAddress.Unit(round.Id.Value, unit.Code.Value), isPast: asOf is not null);
        var (decisions, words) = (new UnitDecisions(offer, unit.Code), new SpokenWords(round, content));
        var far = (await jumps.OfAsync(round, cancellationToken)).Where(j => j.Unit == unit.Code).ToList();
        var copies = ImmutableDictionary.CreateBuilder<Indicator, ImmutableArray<CopyView>>();
        foreach (var indicator in round.Rules.IndicatorsOf(unit.Code))
            copies[indicator] = await CopyView.OfAsync(round, unit.Code, indicator.Number, words, cancellationToken);
        var deliveries = ImmutableArray.CreateBuilder<DeliveryView>();
        foreach (var delivery in round.State.Deliveries.Where(d => d.Unit == unit.Code).Reverse())
            deliveries.Add(DeliveryView.Of(
                round, delivery, await content.DetailsAsync(round.Id, delivery, cancellationToken), content.DamageOf(round.Id, delivery))
                with { IsWithdrawn = round.State.Withdrawn.ContainsKey(delivery.Receipt), Forms = decisions.OfDelivery(delivery.Receipt) });
        return new(round.Rules, UnitRow.Of(round.Rules, round.State, unit))
        {
            IsSample = isSample,
            AsOf = asOf,
            InRound = round.Id.Value,
            Matters = await new Matters(offer, words).OfAsync(unit.Code, cancellationToken),
            Forms = decisions.OfUnit(),
            FormsOfReturns = round.Rules.IndicatorsOf(unit.Code).ToImmutableDictionary(
                i => i, i => decisions.OfReturn(i.Number, far.Any(j => j.Indicator == i.Number))),
            Copies = copies.ToImmutable(),
            Signed = [.. round.Rules.IndicatorsOf(unit.Code).Where(i => round.State.SignedReturnOf(unit.Code, i.Number) is not null)],
            Trail =
            [
                new(new("รอบการประเมิน", "Rounds"), PageAddress.Home),
                new(new("ภาพรวมของรอบ", "The round"), PageAddress.Round(round.Id.Value)),
            ],
            Deadline = DeadlineView.Of(new("กำหนดส่ง", "Due"), round.State.ExtensionOf(unit.Code)?.Until ?? round.Rules.Plan.InternalDeadline.Date, now),
            Deliveries = deliveries.ToImmutable(),
            Jumps = [.. far.Select(j => j.Finding)],
            Token = token,
            Key = Guid.NewGuid().ToString("N"),
            At = now,
            Live = PageAddress.Live(PageAddress.Unit(round.Id.Value, unit.Code.Value), LivePages.NewestOf(round, unit.Code.Value)),
            Sent = deliveries.FirstOrDefault(d => d.Receipt == taken) is { } came ? SentView.Of(came) : null,
        };
    }
}

/// <summary>A delivery as its sender sees it.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Untouched originals, in order.</param>
/// <param name="Findings">What was found.</param>
public sealed record DeliveryView(
    int Receipt, BilingualText Channel, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFileView> Files, ImmutableArray<Finding> Findings)
{
    /// <summary>What was understood of it.</summary>
    internal ImmutableArray<DeliveredReturn> Returns { get; init; } = [];

    /// <summary>It counts no more.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>What the visitor may decide about it.</summary>
    public ImmutableArray<DecisionForm> Forms { get; init; } = [];

    internal static DeliveryView Of(OpenedRound round, DeliveryReceived delivery, DeliveryDetails details, IEnumerable<Finding> damage) => new(
        delivery.Receipt.Value,
        delivery.Channel.Name(),
        delivery.ReceivedAt,
        [.. delivery.Files.Select((f, i) => new DeliveredFileView(
            i + 1, details.Names[i], f.Size, CommentedFiles.HasNotes(f.Kind, details.Names[i], details.Findings.Select(d => d.Finding))))],
        [.. round.NotesOf(delivery), .. damage, .. details.Findings.Select(f => f.Finding)])
    {
        Returns = delivery.Returns,
    };
}

/// <param name="Number">Its place in the delivery, from 1.</param>
/// <param name="Name">As the sender gave it: hostile until encoded.</param>
/// <param name="Size">Bytes.</param>
/// <param name="HasNotes">Something was found in it that can stand beside its cells.</param>
public sealed record DeliveredFileView(int Number, string Name, long Size, bool HasNotes);

/// <summary>A copy of a return that came outside the system, or could.</summary>
/// <param name="Form">In what form.</param>
/// <param name="On">The day it came; null where it did not.</param>
/// <param name="RegisterNumber">The office's number; null where there is none.</param>
public sealed record CopyView(BilingualText Form, DateOnly? On, string? RegisterNumber)
{
    internal static async Task<ImmutableArray<CopyView>> OfAsync(
        OpenedRound round, UnitCode unit, IndicatorNumber indicator, SpokenWords words, CancellationToken cancellationToken)
    {
        var copies = ImmutableArray.CreateBuilder<CopyView>();
        foreach (var form in Enum.GetValues<CopyForm>())
        {
            var copy = round.State.CopyOf(unit, indicator, form);
            copies.Add(new(Copy.NameOf(form), copy?.On, copy?.By.Text is { } number ? (await words.TextAsync(number, cancellationToken)).Thai : null));
        }
        return copies.ToImmutable();
    }
}
