using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks.Differences;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RulesDifferenceTests
{
    private static readonly Framework Award = BuiltInFrameworks.Get("dla-2567");

    [Fact]
    public void Same_HasNoChange() => Assert.Empty(RulesDifference.Between(Award, Award with { Revision = 9 }));

    [Fact]
    public void Changes_AreSaidInWords()
    {
        var first = Award.Indicators[0];
        var after = Award with
        {
            Indicators =
            [
                first with
                {
                    Weight = new(3, new(SourceKind.Annex, "ว ๑๘๙๐")), Evidence = [.. first.Evidence, new("มติ", "resolution")],
                    Text = new("ข้อความใหม่", "new wording"),
                },
                Award.Indicators[1], Award.Indicators[2] with { Period = Award.Indicators[2].Period! with { To = new(2024, 6, 30) } },
                .. Award.Indicators[3..^1],
            ],
        };
        var lines = RulesDifference.Between(Award, after).Select(c => c.Line).ToList();
        Assert.Contains("ตัวชี้วัดที่ ๑ (วินัย ๙๐ วัน) › น้ำหนัก › ค่า: ๑ → ๓", lines.Select(l => l.Thai));
        Assert.Contains("indicator 1 (Discipline in 90 days) › weight › value: 1 → 3", lines.Select(l => l.English));
        Assert.Contains("ตัวชี้วัดที่ ๑ (วินัย ๙๐ วัน) › เอกสารหลักฐาน: เพิ่ม มติ", lines.Select(l => l.Thai));
        Assert.Contains(lines, l => l.Thai.StartsWith("ตัวชี้วัดที่ ๑ (วินัย ๙๐ วัน) › ข้อความ: ", StringComparison.Ordinal) && l.Thai.EndsWith(" → ข้อความใหม่", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Thai.EndsWith("› ช่วงเวลาที่นับ › ถึง: ๓๑ พ.ค. ๖๗ → ๓๐ มิ.ย. ๖๗", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Thai.StartsWith("ตัวชี้วัดที่ ๑๒", StringComparison.Ordinal) && l.Thai.Contains(": นำออก ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Thai.Contains("› น้ำหนัก › ที่มา: เกณฑ์สมมติ", StringComparison.Ordinal) && l.Thai.EndsWith("ภาคผนวกของหนังสือกรมฯ ว ๑๘๙๐", StringComparison.Ordinal));
        // Reversed, what was added is taken out.
        Assert.Contains(RulesDifference.Between(after, Award), c => c is { Before: null, After: not null } && c.What.Thai.StartsWith("ตัวชี้วัดที่ ๑๒", StringComparison.Ordinal));
    }

    [Fact]
    public void Plans_AreSaidInWords()
    {
        var plan = AwardRules.For(Award, "40").Plan;
        var after = plan with { InternalDeadline = plan.InternalDeadline with { Date = new(2024, 5, 20) }, Units = plan.Units.RemoveAt(0) };
        var lines = RulesDifference.Between(plan, after).Select(c => c.Line.Thai).ToList();
        Assert.Contains("กำหนดส่งภายในจังหวัด › วันครบกำหนด: ๑๕ พ.ค. ๖๗ → ๒๐ พ.ค. ๖๗", lines);
        Assert.Contains(lines, l => l.Contains("นำออก", StringComparison.Ordinal) && l.StartsWith("หน่วยงาน", StringComparison.Ordinal));
    }

    /// <summary>Whatever is changed in the text of a framework that still reads is told.</summary>
    [Fact]
    public void AnyOtherHash_HasAChange()
    {
        var json = JsonNode.Parse(RulesWriter.ToJson(Award))!.AsObject();
        var (changed, missed) = (0, new List<string>());
        foreach (var pointer in Leaves(json, "").Where((_, i) => i % 7 == 0))
        {
            var copy = json.DeepClone().AsObject();
            if (!Change(copy, pointer)) continue;
            if (RulesText.ReadFramework(copy.ToJsonString()).Value is not { } other || RulesWriter.HashOf(other) == RulesWriter.HashOf(Award) || pointer == "/revision") continue;
            changed++;
            if (RulesDifference.Between(Award, other).IsEmpty) missed.Add(pointer);
        }
        Assert.Empty(missed);
        Assert.True(changed > 100, $"{changed} changes");
    }

    [Fact]
    public void EveryMember_HasAName() => Assert.Empty(
        from schema in new[] { FrameworkReader.Schema, RoundPlanReader.Schema }
        from name in Names(JsonNode.Parse(schema)) where name != "$schema" && !MemberWords.Knows(name) select name);

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject o => (o["properties"] as JsonObject ?? []).Select(p => p.Key).Concat(o.SelectMany(m => Names(m.Value))),
        JsonArray a => a.SelectMany(Names),
        _ => [],
    };

    private static IEnumerable<string> Leaves(JsonNode? node, string pointer) => node switch
    {
        JsonObject o => o.SelectMany(m => Leaves(m.Value, $"{pointer}/{m.Key}")),
        JsonArray a => a.SelectMany((item, i) => Leaves(item, $"{pointer}/{i}")),
        _ => [pointer],
    };

    private static bool Change(JsonObject root, string pointer)
    {
        var steps = pointer.Split('/').Skip(1).ToImmutableArray();
        JsonNode node = root;
        foreach (var step in steps[..^1]) node = node is JsonArray a ? a[int.Parse(step, null)]! : node[step]!;
        var (last, value) = (steps[^1], node is JsonArray array ? array[int.Parse(steps[^1], null)]! : node[steps[^1]]!);
        JsonNode? other = value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.String => (string)value! + "ก",
            _ => null,
        };
        if (other is null) return false;
        if (node is JsonArray items) items[int.Parse(last, null)] = other;
        else node[last] = other;
        return true;
    }
}
