using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>The key by which a sender makes a repetition known: <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 200;

    /// <returns>Empty if none was given.</returns>
    public static string Of(HttpRequest request) => request.Headers["Idempotency-Key"].ToString();

    /// <returns>Null if there is nothing wrong with it.</returns>
    public static IResult? Objection(string key) =>
        key.Length > Longest ? Problem.BadRequest.With(QueryFindings.KeyTooLong.At(Place.Nowhere, ThaiNumerals.Number(Longest))) : null;
}
