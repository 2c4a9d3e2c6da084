namespace Stance.Data.Embedded;

/// <summary>The folder with Stance.sln when Stance runs from its source tree; null when it was published elsewhere.</summary>
public static class SourceTree
{
    public static string? Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string? Find(DirectoryInfo? folder) =>
        folder is null ? null
        : File.Exists(Path.Combine(folder.FullName, "Stance.sln")) ? folder.FullName
        : Find(folder.Parent);
}
