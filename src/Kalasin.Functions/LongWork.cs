using Spectre.Console;

namespace Kalasin.Functions;

/// <summary>Work that somebody may wait for: on a terminal it shows how far it has come, elsewhere nothing but its outcome is written.</summary>
internal static class LongWork
{
    /// <param name="work">Told where to say how much of how much is done; null where nobody looks.</param>
    public static Task<T> ShowAsync<T>(TextWriter output, string title, Func<Action<int, int>?, Task<T>> work)
    {
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected) return work(null);
        return AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var shown = context.AddTask(Markup.Escape(title));
                return work((done, of) => (shown.MaxValue, shown.Value) = (of, done));
            });
    }
}
