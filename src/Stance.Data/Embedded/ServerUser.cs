namespace Stance.Data.Embedded;

/// <summary>PostgreSQL refuses to run as root, so under root its programs run as nobody.</summary>
internal static class ServerUser
{
    public static bool IsNobody { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The first folder on the way that nobody may not pass, or null.</summary>
    public static string? BlockedAt(string path)
    {
        if (OperatingSystem.IsWindows() || !IsNobody)
            return null;
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return folder.FullName;
        return null;
    }

    public static async Task GiveAsync(string path, CancellationToken cancel)
    {
        if (IsNobody && await PostgresProgram.RunAsOwnerAsync("chown", ["nobody", path], cancel) is { Code: not 0 } failed)
            throw new StanceStartException($"The user nobody could not be given {path}: {failed.LastLine}");
    }
}
