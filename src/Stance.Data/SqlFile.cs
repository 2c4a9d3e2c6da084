using System.Collections.Frozen;
using System.Reflection;

namespace Stance.Data;

/// <summary>The statements of this assembly, each a <c>.sql</c> file beside the class that runs it, found by its path.</summary>
public static class SqlFile
{
    private static readonly FrozenDictionary<string, string> Files = ReadAll("sql/").ToFrozenDictionary(f => f.Name, f => f.Text);

    public static IReadOnlyCollection<string> Names => Files.Keys;

    /// <param name="path">Below the project, as in <c>Events/InsertClaim.sql</c>.</param>
    /// <exception cref="InvalidOperationException">No such file: keep the text in a static field, so that a wrong name fails at once.</exception>
    public static string Read(string path) => Files.TryGetValue(path, out var text)
        ? text
        : throw new InvalidOperationException($"There is no statement \"{path}\" in {typeof(SqlFile).Assembly.GetName().Name}.");

    internal static IEnumerable<(string Name, string Text)> ReadAll(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[folder.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }
    }
}
