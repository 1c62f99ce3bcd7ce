using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake.Messages;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>A message taken apart, within <see cref="MessageBounds"/>. Everything it says is a claim.</summary>
/// <param name="MessageId">Null if it has none.</param>
/// <param name="Recipients">Addresses that it was sent to, as far as it says so.</param>
/// <param name="References">Messages that it refers to, the nearest first.</param>
/// <param name="Facts">What tells its kind.</param>
/// <param name="Files">In the order they stand in it, those of messages within it too.</param>
/// <param name="Findings">What can't be read of it.</param>
internal sealed record IncomingMessage(
    string? MessageId, ImmutableArray<string> Recipients, string Subject, ImmutableArray<string> References, MessageFacts Facts,
    ImmutableArray<MessageFile> Files, ImmutableArray<Finding> Findings)
{
    /// <summary>What an answer is threaded to.</summary>
    public AnsweredMessage ToAnswer() => new(MessageId, [.. References.Reverse()]);
}
