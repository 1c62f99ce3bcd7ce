using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>The page by which the coordinator comes from another machine.</summary>
/// <param name="Token">Of the form.</param>
/// <param name="To">Where they wanted to go.</param>
/// <param name="Findings">Why the last try came to nothing.</param>
public sealed record SignInView(string Token, string To, ImmutableArray<Finding> Findings) 
    : PageView(new BilingualText("เข้าสู่ระบบของผู้ประสานงาน", "The coordinator signs in"));
