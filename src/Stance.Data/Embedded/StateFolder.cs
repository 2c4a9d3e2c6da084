namespace Stance.Data.Embedded;

/// <summary>Chooses the folder that keeps the embedded server's data.</summary>
public static class StateFolder
{
    /// <summary>The requested folder, else .stance in the source tree, else a folder in the system's place for such state.</summary>
    public static string Choose(string? requested) =>
        requested is { Length: > 0 } ? Usable(Path.GetFullPath(requested)) : FirstUsable([.. Candidates()]);

    internal static string NotWritable(string folder, Exception cause) =>
        $"The folder {folder} cannot be written ({cause.Message.TrimEnd('.')}): set STANCE_DATA to a folder that can.";

    private static IEnumerable<string> Candidates()
    {
        if (SourceTree.Root is { } root)
            yield return Path.Combine(root, ".stance");
        if (ServerUser.IsNobody)
            yield return "/var/lib/stance";
        else if (Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local)
            yield return Path.Combine(local, "stance");
    }

    private static string FirstUsable(IReadOnlyList<string> candidates)
    {
        StanceStartException? first = null;
        foreach (var candidate in candidates)
        {
            try
            {
                return Usable(candidate);
            }
            catch (StanceStartException e)
            {
                first ??= e;
            }
        }
        throw first ?? new StanceStartException("There is no place for the data: set STANCE_DATA to a folder that can be written.");
    }

    private static string Usable(string folder)
    {
        if (ServerUser.BlockedAt(folder) is { } blocked)
            throw new StanceStartException(
                $"PostgreSQL does not run as root, and the user nobody may not pass {blocked}: set STANCE_DATA to a folder outside it.");
        try
        {
            var isNew = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            // A strict umask would shut the server's user out of the folder just made for it.
            if (isNew && !OperatingSystem.IsWindows() && ServerUser.IsNobody)
                File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
            var probe = Path.Combine(folder, $"probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StanceStartException(NotWritable(folder, e), e);
        }
    }
}
