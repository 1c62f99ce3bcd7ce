using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Kalasin.Functions;

/// <summary>
/// What the program does by itself on somebody's PC, where a double click starts it and there is no command line to say it on: the package
/// for Windows has a word for it in its configuration (docs/decisions/0063).
/// </summary>
internal static class OfficePc
{
    /// <summary>Whether this is that package.</summary>
    public static bool IsThis => AppContext.TryGetSwitch("Kalasin.OfficePc", out var on) && on;

    /// <summary>
    /// Where data lies unless something else is named: beside the user's documents and not in them, since documents are often carried to
    /// another machine while they are written, and half of a log is none.
    /// </summary>
    public static string DataFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Kalasin");

    /// <summary>Thai letters reach a console of Windows as they are.</summary>
    public static void SpeakThai()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    /// <summary>Opens the user's browser, where there is one.</summary>
    public static void Browse(Uri address)
    {
        try
        {
            using var opened = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // The address stands in the window for whoever opens it by hand.
        }
    }

    /// <summary>Keeps the window of a double click open until what stands in it was read.</summary>
    public static void WaitForReader()
    {
        if (!IsThis || Console.IsInputRedirected || Console.IsErrorRedirected) return;
        Console.Error.WriteLine("\nโปรดกด Enter เพื่อปิดหน้าต่างนี้ / Press Enter to close this window.");
        Console.ReadLine();
    }
}
