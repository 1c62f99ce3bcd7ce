using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Content that the program itself made, kept in one step: nothing has to be looked at between staging and promoting.</summary>
internal static class OwnContent
{
    /// <returns>The name it is kept under.</returns>
    public static async Task<ContentHash> KeepAsync(this IVault vault, Stream content, CancellationToken cancellationToken)
    {
        await using var staged = await vault.StageAsync(content, long.MaxValue, cancellationToken) ?? throw new InvalidOperationException("No limit was set.");
        await vault.PromoteAsync(staged, cancellationToken);
        return staged.Hash;
    }
}
