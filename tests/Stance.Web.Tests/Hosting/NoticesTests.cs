using System.Text.Json;
using Stance.Data.Embedded;

namespace Stance.Web.Tests.Hosting;

public sealed class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(SourceTree.Root!, "THIRD-PARTY-NOTICES.md"));

    public static TheoryData<string, string> NuGetPackages()
    {
        // A test's own list names the test's packages too; the app's stands beside the app.
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Stance.Web.deps.json")));
        return new(list.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/'))
            .Select(parts => (parts[0], parts[1])));
    }

    public static TheoryData<string, string> NpmPackages()
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SourceTree.Root!, "src", "Stance.Web", "package-lock.json")));
        return new(list.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0)
            .Select(package => (package.Name["node_modules/".Length..], package.Value.GetProperty("version").GetString()!)));
    }

    [Theory]
    [MemberData(nameof(NuGetPackages))]
    [MemberData(nameof(NpmPackages))]
    public void Notices__shipped_package__listed_with_its_version(string name, string version) =>
        Assert.Contains($"| {name} | {version} | ", Notices, StringComparison.Ordinal);

    [Fact]
    public void Apexcharts__licence_file__still_the_free_one()
    {
        var licence = File.ReadAllText(Path.Combine(SourceTree.Root!, "src", "Stance.Web", "wwwroot", "lib", "apexcharts", "LICENSE.txt"));

        Assert.StartsWith("The MIT License (MIT)", licence, StringComparison.Ordinal);
        Assert.DoesNotContain("revenue", licence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Licences__of_everything_served__lie_beside_it()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.md")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "world", "LICENSE.txt")));
    }
}
