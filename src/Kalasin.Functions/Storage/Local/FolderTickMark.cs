using System.Globalization;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <summary>A line of text in the data folder.</summary>
internal sealed class FolderTickMark(DataFolder folder, string path) : ITickMark
{
    private const string Form = "O";

    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path)) return null;
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            return DateTimeOffset.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var done) ? done : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    public async Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken)
    {
        try
        {
            if (folder.Prepare().FirstOrDefault(f => f.Severity == Severity.Error) is { } finding) throw new StorageUnavailableException(finding);
            var part = $"{path}.{Guid.NewGuid():n}.part";
            await File.WriteAllTextAsync(part, done.ToString(Form, CultureInfo.InvariantCulture), cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }
}
