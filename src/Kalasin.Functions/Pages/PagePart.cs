using Kalasin.Evaluation;
using Microsoft.AspNetCore.Components;

namespace Kalasin.Functions.Pages;

/// <summary>A part of a page, which speaks the one language that the reader has chosen.</summary>
public abstract class PagePart : ComponentBase
{
    [CascadingParameter] public Language Language { get; set; }

    protected string Say(BilingualText text) => text?.In(Language) ?? "";

    protected string Say(string thai, string english) => Language == Language.Thai ? thai : english;

    protected string Say(long number) => Say(ThaiNumerals.Number(number));

    /// <summary>A number with its points and letters, such as an indicator's.</summary>
    protected string Digits(string number) => Language == Language.Thai ? ThaiNumerals.ToThai(number) : number;
}
