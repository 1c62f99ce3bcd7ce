using System.IO.Compression;

namespace Kalasin.Evaluation.Thai;

/// <summary>The tables compiled into the assembly from the folders called Data.</summary>
internal static class EmbeddedData
{
    /// <summary>The whole text of an embedded UTF-8 file; one that ends in .gz is unpacked.</summary>
    /// <param name="name">Path below the project, with slashes: <c>Localities/Data/holidays.txt</c>.</param>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>An embedded file; one that ends in .gz is unpacked.</summary>
    /// <param name="name">Path below the project, with slashes.</param>
    public static Stream Open(string name)
    {
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
