using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>Rounds on disk name rules by their hash, and the oldest of them find those rules here alone.</summary>
public sealed class ShippedRevisionsTests
{
    /// <summary>All that this version gives as built in: frameworks, and their plans for all provinces.</summary>
    private static IEnumerable<(string Id, int Revision, byte[] Bytes)> Current() =>
        from framework in BuiltInFrameworks.All
        from rules in Province.All.Select(p => BuiltInPlans.For(framework, p.Code)).Select(plan => (plan.Id.Value, plan.Revision, CanonicalJson.Of(plan)))
            .Prepend((framework.Id.Value, framework.Revision, CanonicalJson.Of(framework)))
        select rules;

    [Fact]
    public void WhatShips_IsKeptForRoundsOfLaterYears()
    {
        var path = RepositoryFile.At("src", "Kalasin.Evaluation", "Frameworks", "Data", Path.GetFileName(ShippedRevisions.Resource));
        var kept = Read(path);
        var missing = Current().Where(c => !kept.Contains(Encoding.UTF8.GetString(c.Bytes))).ToList();
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1" && missing.Count > 0 && Changed(kept, missing).Count == 0)
            Write(path, kept.Concat(missing.Select(m => Encoding.UTF8.GetString(m.Bytes))));
        else Assert.True(
            missing.Count == 0,
            $"Not kept yet: run this test once with KALASIN_BLESS=1. {string.Join(' ', missing.Take(10).Select(m => $"{m.Id} {m.Revision}"))}");
    }

    [Fact]
    public void ShippedRevision_NeverChanges()
    {
        var changed = Changed([.. ShippedRevisions.All().Select(Encoding.UTF8.GetString)], Current());
        Assert.True(changed.Count == 0, $"Shipped before and different now: give it the next revision. {string.Join(' ', changed.Take(10))}");
    }

    [Fact]
    public void Shipped_IsFoundByItsHashAndByItsRevision()
    {
        foreach (var bytes in ShippedRevisions.All().Take(3))
        {
            Assert.Equal(bytes, ShippedRevisions.Find(ContentHash.Of(bytes)));
            var (id, revision) = ShippedRevisions.NameOf(bytes);
            Assert.Equal(bytes, ShippedRevisions.Find<Framework>(id, revision) is { } framework
                ? CanonicalJson.Of(framework)
                : CanonicalJson.Of(ShippedRevisions.Find<RoundPlan>(id, revision)!));
        }
        Assert.Null(ShippedRevisions.Find(ContentHash.Zero));
        Assert.Null(ShippedRevisions.Find<Framework>("dla-2567", 9999));
    }

    [Fact]
    public void Shipped_CanBeReadByThisVersion() => Assert.All(ShippedRevisions.All(), bytes =>
    {
        var (id, revision) = ShippedRevisions.NameOf(bytes);
        Assert.True(
            char.IsAsciiDigit(id[0]) ? CanonicalJson.Read<RoundPlan>(bytes) is not null : CanonicalJson.Read<Framework>(bytes) is not null,
            $"{id} {revision} can't be read any more.");
    });

    [Fact]
    public void Revisions_AreEachThereOnce()
    {
        var names = ShippedRevisions.All().Select(bytes => ShippedRevisions.NameOf(bytes)).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static List<string> Changed(IReadOnlyCollection<string> kept, IEnumerable<(string Id, int Revision, byte[] Bytes)> current)
    {
        var byName = kept.ToDictionary(line => ShippedRevisions.NameOf(Encoding.UTF8.GetBytes(line)));
        return
        [
            .. current.Where(c => byName.TryGetValue((c.Id, c.Revision), out var line) && line != Encoding.UTF8.GetString(c.Bytes))
                .Select(c => $"{c.Id} {c.Revision}"),
        ];
    }

    private static HashSet<string> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var lines = new StreamReader(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void Write(string path, IEnumerable<string> lines)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        Assert.True(BrotliEncoder.TryCompress(text, compressed, out var length, quality: 11, window: 24));
        File.WriteAllBytes(path, compressed[..length]);
    }
}
