using System.Collections.Immutable;

namespace Kalasin.Functions.Pages;

/// <summary>The pages that somebody who isn't everywhere can go to.</summary>
public sealed record DoorsView(ImmutableArray<Crumb> Doors) : PageView(new Kalasin.Evaluation.BilingualText("หน้าของท่าน", "Your pages"));
