using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>Pages of a list: the token of the next one is the key of the last item before it.</summary>
internal static class Paging
{
    /// <returns>Null if the token names no page.</returns>
    public static Page<T>? Of<T>(IReadOnlyList<T> all, Func<T, string> key, string? next)
    {
        var start = 0;
        if (next is not null)
        {
            while (start < all.Count && key(all[start]) != next) start++;
            if (start++ == all.Count) return null;
        }
        List<T> items = [.. all.Skip(start).Take(Page.Size)];
        return new(items, start + items.Count < all.Count ? key(items[^1]) : null);
    }

    public static IResult Unknown => Problem.BadRequest.With(QueryFindings.PageUnknown.At(Place.Nowhere));
}
