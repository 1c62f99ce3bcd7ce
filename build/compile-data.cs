#:project ../src/Kalasin.Evaluation/Kalasin.Evaluation.csproj
// Compiles the tables that the library embeds; run from the repository's root when a source changes:
//   dotnet run build/compile-data.cs -- authorities local-authorities.csv districts.csv
//   dotnet run build/compile-data.cs -- holidays holidays.csv
//   dotnet run build/compile-data.cs -- words thai-words.tsv
// The sources and their terms are named in the README beside each compiled table.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Thai;

if (args is not ([_, _] or ["authorities", _, _])) return Usage();
switch (args[0])
{
    case "authorities":
        WriteCompressed("src/Kalasin.Evaluation/Localities/Data/authorities.txt.gz", Authorities(args[1], args.Length > 2 ? args[2] : null));
        return 0;
    case "holidays":
        File.WriteAllText("src/Kalasin.Evaluation/Localities/Data/holidays.txt", Holidays(args[1]));
        return 0;
    case "words":
        var costs = Words(args[1]).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Min(w => w.Cost));
        // Unpacked, so that the first answer of a process waits for no unpacking.
        using (var stream = File.Create("src/Kalasin.Evaluation/Thai/Data/words.bin")) WordTrie.Of(costs.Keys, word => costs[word]).Write(stream);
        return 0;
    default:
        return Usage();
}

static int Usage()
{
    Console.Error.WriteLine("compile-data (authorities|holidays|words) <source file> [<names of districts>]");
    return 2;
}

// One line each: P<code>|<Thai>|<English>, D<code>|<Thai>|<English>, and per authority a letter of its kind, its geocode and its bare names.
// The second source has a district a line: its code, its English name.
static string Authorities(string path, string? districts)
{
    var names = districts is null ? [] : File.ReadLines(districts).Select(line => line.Split(',')).ToDictionary(d => d[0], d => d[1]);
    var kinds = new Dictionary<string, (char Letter, string Prefix)>
    {
        ["PAO"] = ('A', "องค์การบริหารส่วนจังหวัด"),
        ["CITY"] = ('C', "เทศบาลนคร"),
        ["TOWN"] = ('T', "เทศบาลเมือง"),
        ["SUBDISTRICT"] = ('M', "เทศบาลตำบล"),
        ["SAO"] = ('S', "องค์การบริหารส่วนตำบล"),
    };
    var text = new StringBuilder();
    var rows = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
    foreach (var province in rows.GroupBy(r => r[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
    {
        var english = province.Single(r => r[4] == "PAO")[7];
        text.Append('P').Append(province.Key).Append('|').Append(province.First()[1]).Append('|').Append(english).Append('\n');
        foreach (var district in province.GroupBy(r => r[2]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (district.Key.Length > 0) text.Append('D').Append(district.Key).Append('|').Append(district.First()[3]).Append('|').Append(names.GetValueOrDefault(district.Key, "")).Append('\n');
            foreach (var row in district.OrderBy(r => r[5], StringComparer.Ordinal))
            {
                var (letter, prefix) = kinds[row[4]];
                if (row.Length != 8 || !row[6].StartsWith(prefix, StringComparison.Ordinal)) throw new InvalidDataException(string.Join(',', row));
                text.Append(letter).Append(row[5]).Append('|').Append(row[6].AsSpan(prefix.Length)).Append('|').Append(row[7]).Append('\n');
            }
        }
    }
    return text.ToString();
}

// Only the days that close government offices, and only their dates: the names aren't printed anywhere.
static string Holidays(string path)
{
    var text = new StringBuilder();
    foreach (var line in File.ReadLines(path).Skip(1))
    {
        var date = DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The source lists a substitute for Labour Day; government offices don't close for either.
        if (line.EndsWith(",yes", StringComparison.Ordinal) && !line.Contains("ชดเชยวันแรงงานแห่งชาติ,", StringComparison.Ordinal))
            text.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
    }
    return text.ToString();
}

// The cost of a word is -ln((count + 1) / N) + 1, where N is the number of words in the corpora.
static IEnumerable<(string Word, int Cost)> Words(string path)
{
    const double corpus = 36_573_429;
    foreach (var parts in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
    {
        if (parts[0].Length < 2) continue; // Three lone letters that no line should part.
        var count = long.Parse(parts[1], CultureInfo.InvariantCulture);
        yield return (parts[0], (int)Math.Round(WordTrie.CostUnit * (1 - Math.Log((count + 1) / corpus))));
    }
}

static void WriteCompressed(string path, string text)
{
    using var gzip = Compressed(path);
    gzip.Write(Encoding.UTF8.GetBytes(text));
}

static GZipStream Compressed(string path) => new(File.Create(path), CompressionLevel.SmallestSize);
