using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Binder;

namespace Kalasin.Functions.Tests.Binder;

public sealed class BinderEvidenceTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    /// <summary>A list may name one file in each of its rows; the binder grows by it once, and the others say where it lies.</summary>
    [Fact]
    public void FileThatManyPiecesName_IsLaidOutOnce()
    {
        var unit = Rules.Plan.Units[0];
        var delivery = new DeliveryReceived(
            new(1), DeliveryChannel.Upload, unit.Code, DateTimeOffset.UnixEpoch, ContentHash.Zero, ContentHash.Zero, [], [], FindingCounts.Of([]), ContentHash.Zero);
        var file = new SentFile(delivery, "ภาพ.jpg", ContentHash.Of([1]), 1, unit);
        var pieces = Enumerable.Range(1, 500).Select(n => new EvidencePiece(Rules.Framework.Indicators[2], unit, new(n, "ภาพ", null, null, null, "ภาพ.jpg", null))).ToList();
        var evidence = new BinderEvidence(null, null, [.. pieces.Select(p => (p, (System.Collections.Immutable.ImmutableArray<SentFile>)[file]))], [], []);
        Assert.Equal([(BinderEvidence.FolderOf(pieces[0]), file)], evidence.Files);
        Assert.Equal(pieces.Skip(1), evidence.Shared.Select(s => s.Piece));
        Assert.All(evidence.Shared, s => Assert.Equal([pieces[0]], s.With));
    }
}
