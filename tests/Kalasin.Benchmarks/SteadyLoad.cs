using System.Globalization;

namespace Kalasin.Benchmarks;

/// <summary>
/// Memory of the program under a load far beyond a busy day's, for ten minutes: five deliveries and twenty status reads a
/// second. It may grow by what it has to know of each delivery, and by nothing else.
/// </summary>
internal static class SteadyLoad
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(10), Pace = TimeSpan.FromMilliseconds(200);

    public static async Task MeasureAsync(FigureTable table)
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        await using (var child = ChildProgram.Start(typeof(Functions.Service).Assembly.Location, _ => [], data.FullName))
        {
            await child.FirstAnswerAsync();
            using var opened = await child.Client.PutAsync($"/api/rounds/{Load.Round}", null);
            opened.EnsureSuccessStatusCode();
            var delivery = await Load.DeliveriesAsync(unit => $"/api/rounds/{Load.Round}/units/{unit}/deliveries");
            var each = (int)(TimeSpan.FromMinutes(1) / Pace);
            using var timer = new PeriodicTimer(Pace);
            double afterTwo = 0;
            for (var n = 1; n <= Time / Pace; n++)
            {
                await timer.WaitForNextTickAsync();
                using (var sent = await child.Client.SendAsync(delivery(n))) sent.EnsureSuccessStatusCode();
                for (var read = 0; read < 4; read++)
                    using (var status = await child.Client.GetAsync($"/api/rounds/{Load.Round}")) status.EnsureSuccessStatusCode();
                if (n % each != 0) continue;
                var minute = n / each;
                if (minute == 2) afterTwo = child.Megabytes;
                table.Plain(
                    string.Create(CultureInfo.InvariantCulture, $"steady: {minute} min, {n} deliveries"), child.Megabytes,
                    afterTwo == 0 ? null : child.Megabytes / afterTwo);
            }
        }
        data.Delete(recursive: true);
    }
}
