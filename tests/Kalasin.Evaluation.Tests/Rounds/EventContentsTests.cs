using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>A hash in an event is the name of a content that goes along with the log, or stands here with what it is instead: a new one is not forgotten.</summary>
public sealed class EventContentsTests
{
    private static readonly Dictionary<string, string> NoContents = new(StringComparer.Ordinal)
    {
        ["DeliveryReceived.Key"] = "of a sender's key",
        ["DeliveryReceived.Body"] = "of all files together",
        ["ReportCompiled.Log"] = "head of the chain",
        ["ReportCompiled.Rulings"] = "of what was decided",
        ["ReportCompiled.Basis"] = "of what of the rules it depends on",
        ["LinkIssued.Secret"] = "of a secret",
        ["MessageTaken.Key"] = "of a Message-Id",
        ["AddressConfirmed.Address"] = "of an address",
        ["ContentErased.Content"] = "of what is gone",
        ["ScorecardsEntered.Rules"] = "of the revision that a sheet was read by",
    };

    [Fact]
    public void EveryHash_IsAContentOrListed()
    {
        var (found, listed) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var type in typeof(RoundEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RoundEvent))))
        {
            var hashes = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(ContentHash) || f.FieldType == typeof(ContentHash?)).ToList();
            var happened = Uninitialized(type);
            for (var i = 0; i < hashes.Count; i++) hashes[i].SetValue(happened, Hash(i));
            var contents = happened.Contents.ToHashSet();
            for (var i = 0; i < hashes.Count; i++)
            {
                var name = $"{type.Name}.{hashes[i].Name.TrimStart('<').Split('>')[0]}";
                Assert.True(contents.Contains(Hash(i)) != NoContents.ContainsKey(name), name);
                if (contents.Contains(Hash(i))) found++;
                else listed.Add(name);
            }
        }
        Assert.Equal(NoContents.Keys.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.True(found > 10, $"{found} contents");
    }

    /// <summary>Its lists empty.</summary>
    private static RoundEvent Uninitialized(Type type)
    {
        var happened = (RoundEvent)RuntimeHelpers.GetUninitializedObject(type);
        foreach (var list in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType.IsValueType && f.FieldType.IsAssignableTo(typeof(IEnumerable))))
            if (list.FieldType.GetField("Empty") is { } empty) list.SetValue(happened, empty.GetValue(null));
        return happened;
    }

    private static ContentHash Hash(int number) => ContentHash.Of([(byte)number]);
}
