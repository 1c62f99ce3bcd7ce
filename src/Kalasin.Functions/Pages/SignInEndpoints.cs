using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>By which door the coordinator comes from another machine, and by which everybody goes.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages, AccessSettings settings)
    {
        pages.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        if (!settings.AsksPassword) return;
        pages.MapGet("/sign-in", Show).AllowAnonymous();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous();
    }

    private static IResult Show(HttpContext context, Installation installation, string? to = null) => Page(context, installation, to, StatusCodes.Status200OK);

    private static async Task<IResult> SignInAsync(
        HttpContext context, Session session, SignInRate rate, Installation installation, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        var (password, to) = (fields["password"], fields["to"]);
        switch (await rate.TryAsync(context, () => session.SignInAsync(context, password)))
        {
            case true:
                return SeeOther.To(PageAddress.Local(to));
            case false:
                return Page(context, installation, to, StatusCodes.Status403Forbidden, AccessFindings.PasswordWrong.At(Place.Nowhere));
            default:
                context.Response.Headers.RetryAfter = ((int)SignInRate.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Page(
                    context, installation, to, StatusCodes.Status429TooManyRequests,
                    AccessFindings.TooManyTries.At(Place.Nowhere, ThaiNumerals.Number((int)SignInRate.Wait.TotalSeconds)));
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, AccessSettings settings, CancellationToken cancellationToken)
    {
        if (!(await SmallForm.ReadAsync(context.Request, cancellationToken)).IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (settings.AsksPassword) await Session.SignOutAsync(context);
        HeldLinks.Drop(context, settings);
        return SeeOther.To(PageAddress.Home);
    }

    private static IResult Page(HttpContext context, Installation installation, string? to, int status, params IReadOnlyList<Finding> findings) =>
        PageAnswer.Of<SignInPage>(new SignInView(FormToken.Of(context), PageAddress.Local(to), [.. findings]) { IsSample = installation.IsSample }, status);
}
