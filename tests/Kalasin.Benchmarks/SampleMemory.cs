namespace Kalasin.Benchmarks;

/// <summary>Peak memory of the program that plays the sample round, writes its four reports and serves them. Limit: 250 MB.</summary>
internal static class SampleMemory
{
    private const double Limit = 250;

    public static async Task MeasureAsync(FigureTable table)
    {
        var (first, processor, peak) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < 3; run++)
        {
            var data = Directory.CreateTempSubdirectory("kalasin-");
            await using (var child = ChildProgram.Start(typeof(Functions.Service).Assembly.Location, _ => ["--sample"], data.FullName))
            {
                first.Add(await child.FirstAnswerAsync());
                processor.Add(child.ProcessorTime);
                foreach (var path in (string[])
                         ["/api/rounds/46-dla-2567", "/api/rounds/46-dla-2567/report?format=pdf", "/api/rounds/46-dla-2567/report?format=docx"])
                {
                    using var response = await child.Client.GetAsync(path);
                    await response.EnsureSuccessStatusCode().Content.LoadIntoBufferAsync();
                }
                peak.Add(child.PeakMegabytes);
            }
            data.Delete(recursive: true);
        }
        table.Size("memory: peak of --sample, largest of 3 runs", peak.Max(), Limit);
        table.Plain("  --sample: from start to first answer, all cold", Timing.Of(first));
        table.Plain("  processor time until then", Timing.Of(processor));
    }
}
