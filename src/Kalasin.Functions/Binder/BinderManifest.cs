using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Binder;

/// <summary>
/// <c>SHA256SUMS</c>: what <c>sha256sum -c</c> reads. A file that should be there and is not has its line all the same, so that the check fails as it
/// should, and a comment that says why; what was erased has the comment alone.
/// </summary>
internal static class BinderManifest
{
    public const string Name = "SHA256SUMS";

    public static byte[] Of(IEnumerable<BinderLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.Lack is { } lack) text.Append($"# {line.Path}: {lack.Code} {lack.ToString(Language.Thai)} / {lack.ToString(Language.English)}\n");
            if (line.Hash is { } hash) text.Append($"{hash}  {line.Path}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
