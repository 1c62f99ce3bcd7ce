using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>A round in memory, driven by commands the way the host drives one.</summary>
internal sealed class RoundScript
{
    private readonly List<byte[]> log = [];

    public static AwardRules Rules { get; } = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    /// <summary>What the log names last; a test that revises the rules says which.</summary>
    public AwardRules InForce { get; set; } = Rules;

    public RoundState State { get; private set; } = RoundState.Empty;

    public IReadOnlyList<byte[]> Log => log;

    public DateTimeOffset Now { get; set; } = At("2024-05-10T09:00:00+07:00");

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static ContentHash Hash(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text));

    public static RoundScript Opened()
    {
        var script = new RoundScript();
        Assert.IsType<Accept>(script.Give(new OpenRound(Guid.NewGuid(), Rules)));
        return script;
    }

    /// <summary>The rules with another plan.</summary>
    public static AwardRules Revised(RoundPlan plan) => AwardRules.Of(Rules.Framework, plan).Value!;

    /// <summary>A decision as the host hands one on.</summary>
    public static T Said<T>(T decision) where T : RoundDecision => decision with { Id = Guid.NewGuid(), Salt = "00112233445566778899aabbccddeeff" };

    /// <summary>Takes a decision that the round accepts.</summary>
    /// <returns>Its number.</returns>
    public long Take(RoundDecision decision, Actor? by = null)
    {
        Assert.IsType<Accept>(Give(Said(decision), by));
        return State.Sequence;
    }

    public Decision Give(RoundCommand command, Actor? by = null)
    {
        var decision = Decide.On(State, InForce, command, Now, by ?? Actor.Local);
        if (decision is Accept accept)
        {
            foreach (var entry in accept.Entries)
            {
                log.Add(entry.ToBytes());
                State = Evolve.Apply(State, log[^1]);
            }
        }
        return decision;
    }

    public static ReceiveDelivery Delivery(string unit, string key, params ReadOnlySpan<(string Indicator, string Content)> returns)
    {
        var incoming = ImmutableArray.CreateBuilder<KeptReturn>();
        foreach (var (indicator, content) in returns)
        {
            var status = content == "nil" ? ReturnStatus.Nil : ReturnStatus.Reported;
            incoming.Add(new(new(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), status), Hash(content)));
        }
        var body = Hash(string.Join('|', incoming.Select(r => r.Content.ToString())));
        return new(
            Guid.NewGuid(), DeliveryChannel.Upload, UnitCode.Parse(unit), At("2024-05-10T09:00:00+07:00"), Hash(key), body,
            [new(FileKind.Workbook, 10, body)], incoming.ToImmutable(), new(0, 0, 0), Hash("details"));
    }
}
