using System.Text;
using Kalasin.Functions.Binder;

namespace Kalasin.Functions.Tests.Binder;

public sealed class BinderPathTests
{
    [Theory]
    [InlineData("รายงาน.xlsx", "รายงาน.xlsx")]
    [InlineData("งบ 12/3: \"สรุป\"?.xlsx", "งบ 12-3- -สรุป--.xlsx")]
    [InlineData("../../etc/passwd", "..-..-etc-passwd")]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("a\r\nb\t.pdf", "ab.pdf")]
    [InlineData("CON", "_CON")]
    [InlineData("con.tar.gz", "_con.tar.gz")]
    [InlineData("COM¹.txt", "_COM¹.txt")]
    [InlineData("COM10.txt", "COM10.txt")]
    [InlineData("ชื่อ. . .", "ชื่อ")]
    [InlineData("  ", "ไม่มีชื่อ")]
    [InlineData("...", "ไม่มีชื่อ")]
    [InlineData(".htaccess", ".htaccess")]
    public void Safe_IsTakenByAllSystems(string given, string safe) => Assert.Equal(safe, BinderPath.Safe(given));

    [Theory]
    [InlineData("ก")]
    [InlineData("น้ำ")]
    [InlineData("\U0001F600")]
    public void Safe_OfAnyLength_IsShortEnoughInWholeClusters_AndKeepsItsEnding(string repeated)
    {
        var safe = BinderPath.Safe(string.Concat(Enumerable.Repeat(repeated, 200)) + ".docx");
        Assert.EndsWith(".docx", safe, StringComparison.Ordinal);
        Assert.InRange(safe.Length, 40, 80);
        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 100, 240);
        var stem = safe[..^5];
        Assert.True(string.Concat(Enumerable.Repeat(repeated, 200)).StartsWith(stem, StringComparison.Ordinal) && !char.IsHighSurrogate(stem[^1]));
        Assert.NotEqual('น', repeated.Length == 3 ? stem[^1] : ' ');
    }

    [Fact]
    public void Of_IsEachPathOnce_WhateverTheCase()
    {
        var paths = new BinderPath();
        (string Folder, string Name)[] files = [("06", "ภาพ.JPG"), ("06", "ภาพ.jpg"), ("06", "ภาพ.jpg"), ("07", "ภาพ.jpg"), ("06", "ชื่อ"), ("06", "ชื่อ.")];
        Assert.Equal(
            ["06/ภาพ.JPG", "06/ภาพ (2).jpg", "06/ภาพ (3).jpg", "07/ภาพ.jpg", "06/ชื่อ", "06/ชื่อ (2)"],
            files.Select(f => paths.Of(f.Folder, f.Name)));
    }
}
