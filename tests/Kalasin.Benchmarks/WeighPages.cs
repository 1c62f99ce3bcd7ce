using System.Net;
using System.Text.RegularExpressions;

namespace Kalasin.Benchmarks;

/// <summary>What a phone fetches of each page of the sample: all that a first visit needs, and the page afterwards. Bytes as they travel; and when its browser has drawn something.</summary>
internal static partial class WeighPages
{
    private const int MostAtFirst = 150_000;
    private const int MostAfter = 30_000;
    private const string Round = "/app/rounds/46-dla-2567";

    private static readonly string[] Pages = [Round, $"{Round}/units/4608", $"{Round}/units/4608/returns/3", $"{Round}/scores", $"{Round}/signing", $"{Round}/log", $"{Round}/links", $"{Round}/mails"];

    public static async Task MeasureAsync(FigureTable table)
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        await using (var child = ChildProgram.Start(typeof(Functions.Service).Assembly.Location, _ => ["--sample"], data.FullName))
        {
            await child.FirstAnswerAsync(Round);
            using var packed = new HttpClient { BaseAddress = child.Client.BaseAddress };
            packed.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            using var plain = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = child.Client.BaseAddress };
            foreach (var page in Pages)
            {
                var (bytes, first) = (await packed.GetByteArrayAsync(page), 0);
                foreach (Match asset in Asset().Matches(await plain.GetStringAsync(page)))
                {
                    var address = asset.Groups["address"].Value;
                    first += (await packed.GetByteArrayAsync(address)).Length;
                    if (!address.EndsWith(".css", StringComparison.Ordinal)) continue;
                    foreach (Match font in Font().Matches(await plain.GetStringAsync(address)))
                        first += (await packed.GetByteArrayAsync(new Uri(new Uri(packed.BaseAddress!, address), font.Groups["address"].Value))).Length;
                }
                table.Weight(NameOf(page), bytes.Length, MostAfter);
                table.Weight("  at first, with style, script and fonts", bytes.Length + first, MostAtFirst);
            }
            await PaintPages.MeasureAsync(table, child.Client.BaseAddress!, [.. Pages.Select(page => (NameOf(page), page))]);
        }
        data.Delete(recursive: true);
    }

    private static string NameOf(string page) => page.Length == Round.Length ? "page of the round" : $"page {page[Round.Length..]}";

    [GeneratedRegex("(?:href|src)=\"(?<address>/app/assets/[^\"]+)\"(?! alt)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Asset();

    [GeneratedRegex("url\\(\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Font();
}
