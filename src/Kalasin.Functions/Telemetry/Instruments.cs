using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Telemetry;

/// <summary>
/// What the program counts, times and traces of itself; <c>docs/telemetry.md</c> lists it. Values are ids of rounds and units,
/// codes, and words of our own: never a name, a path or anything that somebody sent. Costs next to nothing as long as nobody
/// listens.
/// </summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "Kalasin";

    private readonly TimeProvider _clock;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _poisoned;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _mails;
    private readonly Counter<long> _stepsDone;
    private readonly Counter<long> _stepsFailed;
    private readonly Histogram<double> _tickLag;
    private readonly Histogram<double> _mailboxUnread;
    private readonly Histogram<double> _renders;

    public Instruments(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        Meter = meters.Create(Name);
        _deliveries = Meter.CreateCounter<long>("kalasin.deliveries", "{delivery}", "Deliveries answered, by channel and outcome");
        _findings = Meter.CreateCounter<long>("kalasin.findings", "{finding}", "Findings told to senders, by code");
        _poisoned = Meter.CreateCounter<long>("kalasin.drops.poisoned", "{drop}", "Drops, or messages about drops, that failed too often");
        _messages = Meter.CreateCounter<long>("kalasin.messages", "{message}", "Messages from the mailbox that were recorded, by kind and whether they were answered");
        _mails = Meter.CreateCounter<long>("kalasin.mails", "{mail}", "What became of mails that were handed over or tried, by purpose and outcome");
        _stepsDone = Meter.CreateCounter<long>("kalasin.steps.completed", "{step}", "Steps of rounds done by a tick, by kind");
        _stepsFailed = Meter.CreateCounter<long>("kalasin.steps.failed", "{step}", "Steps of rounds that a tick tried and could not do, by kind");
        _tickLag = Meter.CreateHistogram<double>("kalasin.tick.lag", "s", "How long a tick was overdue when it came");
        _mailboxUnread = Meter.CreateHistogram<double>("kalasin.mailbox.unread", "s", "Office time since the mailbox was last read, up to half a day");
        _renders = Meter.CreateHistogram<double>("kalasin.render.duration", "s", "Time to write a document, by document and format");
    }

    public Meter Meter { get; }

    public ActivitySource Source { get; } = new(Name);

    public void Delivery(DeliveryChannel channel, string outcome, IEnumerable<Finding> findings)
    {
        _deliveries.Add(1, new(Tags.Channel, Word(channel)), new(Tags.Outcome, outcome));
        Findings(findings);
    }

    public void Findings(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) _findings.Add(1, new(Tags.Code, finding.Code), new(Tags.Severity, Word(finding.Severity)));
    }

    public void Message(MessageKind kind, bool isAnswered) =>
        _messages.Add(1, new(Tags.Message, Word(kind)), new(Tags.Outcome, isAnswered ? "answered" : "unanswered"));

    /// <param name="outcome">In a word of ours.</param>
    public void Mail(MailPurpose purpose, string outcome) => _mails.Add(1, new(Tags.Purpose, Word(purpose)), new(Tags.Outcome, outcome));

    public void MailboxUnread(TimeSpan time) => _mailboxUnread.Record(time.TotalSeconds);

    public void Poisoned() => _poisoned.Add(1);

    public void TickLag(TimeSpan lag) => _tickLag.Record(lag.TotalSeconds);

    /// <summary>Traces and counts a step of a round, done or failed.</summary>
    public Task<bool> StepAsync(string round, StepKind kind, Func<Task<bool>> work) => TraceAsync("step", async activity =>
    {
        activity?.SetTag(Tags.Round, round).SetTag(Tags.Step, Word(kind));
        try
        {
            var done = await work();
            if (done) _stepsDone.Add(1, new KeyValuePair<string, object?>(Tags.Step, Word(kind)));
            return done;
        }
        catch
        {
            _stepsFailed.Add(1, new KeyValuePair<string, object?>(Tags.Step, Word(kind)));
            throw;
        }
    });

    /// <summary>Traces and times the writing of a document; where it is sent while it is written, with the sending.</summary>
    public Task RenderAsync(string document, ReportFormat format, Func<Task> write) => RenderAsync(document, Word(format), write);

    /// <summary>The same for a document that is no report.</summary>
    public Task RenderAsync(string document, string format, Func<Task> write) => TraceAsync("render", async activity =>
    {
        var (what, form) = (new KeyValuePair<string, object?>(Tags.Document, document), new KeyValuePair<string, object?>(Tags.Format, format));
        activity?.SetTag(what.Key, what.Value).SetTag(form.Key, form.Value);
        var start = _clock.GetTimestamp();
        await write();
        _renders.Record(_clock.GetElapsedTime(start).TotalSeconds, what, form);
        return true;
    });

    /// <summary>Traces a piece of work; of a failure only its type is told.</summary>
    public async Task<T> TraceAsync<T>(string name, Func<Activity?, Task<T>> work)
    {
        using var activity = Source.StartActivity(name);
        try
        {
            return await work(activity);
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error).SetTag(Tags.Error, failure.GetType().FullName);
            throw;
        }
    }

    public void Dispose() => Source.Dispose();

    private static string Word<T>(T name) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());
}
