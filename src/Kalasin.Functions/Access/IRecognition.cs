using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>One way to recognise who sends a request.</summary>
internal interface IRecognition
{
    /// <returns>Who it is; nothing if the request brings nothing of this kind along; a failure if what it brings is no good, and then it is
    /// nobody's.</returns>
    Task<AuthenticateResult> RecogniseAsync(HttpContext context);
}
