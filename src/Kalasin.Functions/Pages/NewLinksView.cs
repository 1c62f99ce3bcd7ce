using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>Links that were just issued, each as an address and as a QR code. Shown once.</summary>
public sealed record NewLinksView(string Round, ImmutableArray<NewLinkCard> Links, ImmutableArray<Finding> Findings, bool IsReachable)
    : PageView(new BilingualText("ลิงก์ที่ออกใหม่", "New links"));

/// <summary>What is handed to one person.</summary>
/// <param name="ForChat">The words to send it with in a chat; Thai, ready to copy.</param>
public sealed record NewLinkCard(BilingualText Whom, string Address, QrCode Code, DateOnly Last, string ForChat);
