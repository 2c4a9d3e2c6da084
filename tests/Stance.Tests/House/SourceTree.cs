using System.Runtime.CompilerServices;

namespace Stance.Tests.House;

/// <summary>The files of the house as they lie on disk.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>Files below a folder with their text, without what the build makes; paths relative to the root with "/".</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(e => path.EndsWith(e, StringComparison.Ordinal))
            && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.Contains("/node_modules/", StringComparison.Ordinal)
            && !path.Contains("/wwwroot/lib/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
