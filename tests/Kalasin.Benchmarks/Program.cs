using Kalasin.Benchmarks;

string[] all = ["score", "nation", "read", "large", "report", "register", "binder", "form", "break", "start", "memory", "rate", "pages"];
if (args is [StartUp.EmptyApp, var url]) return await StartUp.RunEmptyAsync(url);
if (args is [BreakLines.FirstAnswer]) return BreakLines.RunFirstAnswer();
if (args is [WriteDocuments.FirstDocument]) return WriteDocuments.RunFirst();
if (args is [WriteBinder.Alone]) return WriteBinder.RunAlone(Console.Out);
const string Steady = "steady"; // ten minutes: only when asked for
if (args.Except([.. all, Steady]).Any())
{
    Console.WriteLine($"""
        dotnet run -c Release --project tests/Kalasin.Benchmarks [-- name…]
          score    scoring the sample round
          nation   scoring and ranking all provinces, beside SQL over the same rows; a round of 99,000 rows
          read     reading its workbooks, beside other readers of the same cells
          large    reading workbooks of 10,000 and 99,000 rows, beside the same
          report   composing and writing the province's report, as PDF and as docx
          binder   a binder of more than 300 pages with every local authority of the country, beside a plain zip
          register a register of every local authority of the country; the first document of a process; memory; LibreOffice
          form     making and writing the Excel forms of all units
          break    finding the places where lines of Thai may end, beside ICU: time, and phrases segmented by hand
          start    from starting the program to its first answer, beside an empty ASP.NET Core app
          rate     deliveries and status reads a second, beside an empty endpoint and bare commits
          memory   peak memory of the program playing the sample round
          pages    bytes that a phone fetches of each page, and its first paint in Chromium
          steady   its memory in ten minutes of steady load (only when asked for)
        """);
    return 1;
}
var asked = args.Length == 0 ? all : args;
var table = new FigureTable(Console.Out);
table.Start();
var sample = asked.Intersect(["score", "report", "break"]).Any() ? await PlayedSample.PlayAsync() : null;
// Processes first: they are measured while this one holds little and does nothing.
if (asked.Contains("start")) await StartUp.MeasureAsync(table);
if (asked.Contains("memory")) await SampleMemory.MeasureAsync(table);
if (asked.Contains("pages")) await WeighPages.MeasureAsync(table);
if (asked.Contains("rate")) await Throughput.MeasureAsync(table);
if (asked.Contains(Steady)) await SteadyLoad.MeasureAsync(table);
if (asked.Contains("score")) ScoreRound.Measure(sample!, table);
if (asked.Contains("nation"))
{
    ScoreNation.Measure(table);
    ScoreNation.MeasureLarge(table);
}
if (asked.Contains("read")) ReadWorkbooks.Measure(table);
if (asked.Contains("large")) ReadWorkbooks.MeasureLarge(table);
if (asked.Contains("report")) WriteReport.Measure(sample!, table);
if (asked.Contains("binder")) WriteBinder.Measure(table);
if (asked.Contains("register")) await WriteDocuments.MeasureAsync(table);
if (asked.Contains("form")) WriteForms.Measure(table);
if (asked.Contains("break")) BreakLines.Measure(sample!, table);
return 0;
