using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class OutboxTests
{
    private static readonly MailId Mail = MailId.Of(Notices.Closed, 1);

    [Fact]
    public void Step_AndItsMails_AreRecordedTogetherAndOnce()
    {
        var script = Closed();
        Assert.Equal(StepKind.Tell, Assert.Single(Due(script), s => s.Kind != StepKind.Compile).Kind);
        var accept = Assert.IsType<Accept>(script.Give(Told()));
        Assert.Equal([typeof(MailQueued), typeof(StepCompleted)], accept.Entries.Select(e => e.Event.GetType()));
        Assert.Single(accept.Entries.Select(e => e.Command).Distinct());
        Assert.IsType<Already>(script.Give(Told()));
        Assert.Equal("mail-tell-closed-1", Assert.Single(Due(script), s => s.Kind != StepKind.Compile).Key);
    }

    [Fact]
    public void Mail_IsSentByOneAtATime_AndOnce()
    {
        var script = Closed();
        script.Give(Told());
        Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), Mail)));
        Assert.IsType<Already>(script.Give(new AttemptMail(Guid.NewGuid(), Mail)));
        Assert.DoesNotContain(Due(script), s => s.Kind == StepKind.SendMail);
        Assert.IsType<Accept>(script.Give(new ConfirmMail(Guid.NewGuid(), Mail)));
        Assert.IsType<Already>(script.Give(new ConfirmMail(Guid.NewGuid(), Mail)));
        script.Now += TimeSpan.FromDays(2);
        Assert.IsType<Already>(script.Give(new AttemptMail(Guid.NewGuid(), Mail)));
        Assert.DoesNotContain(Due(script), s => s.Kind == StepKind.SendMail);
        Assert.Empty(script.State.Outbox);
    }

    [Fact]
    public void Mail_ThatCantBeSent_IsTriedAfterLongerAndLongerLeases_AndNeverGivenUp()
    {
        var script = Closed();
        script.Give(Told());
        var pauses = new List<TimeSpan>();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            Assert.IsType<Accept>(script.Give(new AttemptMail(Guid.NewGuid(), Mail)));
            script.Give(new FailMail(Guid.NewGuid(), Mail, "KAL7602"));
            var mail = Assert.Single(script.State.Outbox);
            Assert.Equal((attempt + 1, "KAL7602"), (mail.Attempts, mail.Failure));
            pauses.Add(mail.NotBefore - script.Now);
            script.Now = mail.NotBefore - TimeSpan.FromSeconds(1);
            Assert.DoesNotContain(Due(script), s => s.Kind == StepKind.SendMail);
            script.Now = mail.NotBefore;
            Assert.Contains(Due(script), s => s.Kind == StepKind.SendMail);
        }
        Assert.Equal([5, 10, 20, 40], pauses.Take(4).Select(p => p.TotalMinutes));
        Assert.Equal(TimeSpan.FromDays(1), pauses[^1]);
    }

    [Fact]
    public void RoundClosedBeforeStepsWereRecorded_IsNotToldOf()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        var closed = new RoundEntry(script.Now, Actor.Clock, Guid.NewGuid(), new InternalDeadlineClosed([]));
        var state = Evolve.Apply(script.State, closed.ToBytes());
        Assert.Equal([StepKind.Compile], Schedule.Due(state, RoundScript.Rules, script.Now).Select(s => s.Kind));
    }

    [Fact]
    public void Plan_WithoutAnAddress_NobodyIsTold()
    {
        var script = Closed();
        var silent = RoundScript.Revised(RoundScript.Rules.Plan with { InternalDeadline = RoundScript.Rules.Plan.InternalDeadline with { Email = "" } });
        Assert.Equal([StepKind.Compile], Schedule.Due(script.State, silent, script.Now).Select(s => s.Kind));
    }

    [Fact]
    public void Events_OfMailAndSteps_CarryIdsNumbersDatesAndHashesOnly()
    {
        var script = Closed();
        script.Give(Told());
        script.Give(new AttemptMail(Guid.NewGuid(), Mail));
        script.Give(new FailMail(Guid.NewGuid(), Mail, "KAL7602"));
        foreach (var bytes in script.Log)
        {
            Assert.Equal(bytes, RoundEntry.FromBytes(bytes).ToBytes());
            Assert.DoesNotContain("@", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.All(bytes, b => Assert.True(b < 0x80));
        }
        var stray = new RoundEntry(script.Now, Actor.Clock, Guid.NewGuid(), new MailFailed(MailId.Of("other", 1), "KAL7602"));
        Assert.Throws<InvalidDataException>(() => Evolve.Apply(script.State, stray.ToBytes()));
    }

    private static RoundScript Closed()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        Assert.Equal(
            [typeof(InternalDeadlineClosed), typeof(StepCompleted)],
            Assert.IsType<Accept>(script.Give(new CloseInternalDeadline(Guid.NewGuid()))).Entries.Select(e => e.Event.GetType()));
        return script;
    }

    private static ImmutableArray<Step> Due(RoundScript script) => Schedule.Due(script.State, RoundScript.Rules, script.Now);

    private static CompleteStep Told() => new(Guid.NewGuid(), Notices.Closed, [new(Mail, MailPurpose.ClosingNotice, RoundScript.Hash("eml"))]);
}
