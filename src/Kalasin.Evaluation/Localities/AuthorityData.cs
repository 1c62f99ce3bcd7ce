using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Localities;

/// <summary>The embedded table of provinces, districts and local authorities: unpacked once, each province read when first asked for.</summary>
internal static class AuthorityData
{
    private const string KindLetters = "ACTMS";

    private static readonly Lazy<(string Text, ImmutableArray<Province> Provinces, Dictionary<string, Range> Lines)> Table = new(Load);
    private static readonly ConcurrentDictionary<string, ImmutableArray<LocalAuthority>> Read = new(StringComparer.Ordinal);

    /// <summary>The day the table describes: its source says August 2022.</summary>
    public static DateOnly SnapshotDate { get; } = new(2022, 8, 31);

    public static ImmutableArray<Province> Provinces => Table.Value.Provinces;

    public static ImmutableArray<LocalAuthority> Of(Province province) => Read.GetOrAdd(province.Code, static (_, p) => ReadProvince(p), province);

    private static ImmutableArray<LocalAuthority> ReadProvince(Province province)
    {
        var text = Table.Value.Text.AsSpan(Table.Value.Lines[province.Code]);
        var districts = province.Districts.ToDictionary(d => d.Code, StringComparer.Ordinal);
        var authorities = ImmutableArray.CreateBuilder<LocalAuthority>();
        District? district = null;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsEmpty || line[0] == 'P') continue;
            var (code, name, english) = Parts(line);
            if (line[0] == 'D') district = districts[code];
            else authorities.Add(new LocalAuthority(new((AuthorityKind)KindLetters.IndexOf(line[0]), code), name, district) { EnglishName = english });
        }
        return authorities.ToImmutable();
    }

    private static (string Text, ImmutableArray<Province> Provinces, Dictionary<string, Range> Lines) Load()
    {
        var text = Thai.EmbeddedData.Text("Localities/Data/authorities.txt.gz");
        var provinces = ImmutableArray.CreateBuilder<Province>();
        var lines = new Dictionary<string, Range>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf("\nP", start, StringComparison.Ordinal);
            var end = next < 0 ? text.Length : next + 1;
            var province = ReadHeadings(text.AsSpan(start, end - start));
            provinces.Add(province);
            lines.Add(province.Code, start..end);
            start = end;
        }
        return (text, provinces.ToImmutable(), lines);
    }

    private static Province ReadHeadings(ReadOnlySpan<char> text)
    {
        var (code, name, english) = ("", "", "");
        var districts = ImmutableArray.CreateBuilder<District>();
        foreach (var line in text.EnumerateLines())
        {
            if (line.StartsWith('P')) (code, name, english) = Parts(line);
            if (line.StartsWith('D') && Parts(line) is var district) districts.Add(new District(district.Code, district.Name) { EnglishName = district.English });
        }
        return new Province(code, name, english, districts.ToImmutable());
    }

    private static (string Code, string Name, string English) Parts(ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[3];
        var count = line.Split(parts, '|');
        return (line[parts[0]][1..].ToString(), line[parts[1]].ToString(), count > 2 ? line[parts[2]].ToString() : "");
    }
}
