using System.Text.RegularExpressions;

namespace Stance.Tests.House;

/// <summary>The rules of the house, read off its files: who may depend on what, and what stands in one place only.</summary>
public sealed class HouseTests
{
    private static readonly (string Path, string Text)[] Code = [.. SourceTree.Files("src", ".cs", ".razor")];

    [Theory]
    [InlineData("Stance", "")]
    [InlineData("Stance.Data", "Stance")]
    [InlineData("Stance.Web", "Stance Stance.Data")]
    public void Projects__point_down_only(string project, string mayReference)
    {
        var file = SourceTree.Files($"src/{project}", ".csproj").Single();
        var references = Regex.Matches(file.Text, "<ProjectReference Include=\"[^\"]*/([^/\"]+)\\.csproj\"").Select(m => m.Groups[1].Value);

        Assert.Equal(mayReference.Split(' ', StringSplitOptions.RemoveEmptyEntries), references.Order());
    }

    [Fact]
    public void The_pure_project__has_no_packages() =>
        Assert.DoesNotContain("PackageReference", SourceTree.Files("src/Stance/", ".csproj").Single().Text, StringComparison.Ordinal);

    [Fact]
    public void Statements__stand_in_sql_files_only() =>
        AssertNowhere(Code, @"""(\s|"")*(select|insert into|update|delete from|create table|alter table|with)\s[^""]*\b(from|values|set|as)\b", "src/Stance.Data/Schema/");

    [Fact]
    public void The_database_driver__is_known_to_the_data_project_only() =>
        AssertNowhere(Code.Where(f => !InRoom(f, "src/Stance.Data/")), @"\busing (Npgsql|Dapper)\b|\bNpgsql\.[A-Z]");

    [Fact]
    public void The_chart_library__is_known_to_the_charts_only() =>
        AssertNowhere(SourceTree.Files("src/Stance.Web", ".cs", ".razor", ".js").Where(f => !InRoom(f, "src/Stance.Web/Charts/")),
            "(?i)apexcharts|ApexLine", "src/Stance.Web/wwwroot/js/chart.js", "src/Stance.Web/App/LookHead.razor", "src/Stance.Web/App/AppRoot.razor");

    [Fact]
    public void Navigation__happens_in_the_app_room_only() =>
        AssertNowhere(Code.Where(f => !InRoom(f, "src/Stance.Web/App/")), @"\bNavigationManager\b");

    [Fact]
    public void The_clock__is_handed_in() =>
        AssertNowhere(Code, @"\b(DateTime|DateTimeOffset)\.(Utc)?Now\b|\bDateTime\.Today\b");

    [Fact]
    public void Raw_markup__is_made_nowhere() =>
        AssertNowhere([.. Code, .. SourceTree.Files("src/Stance.Web/wwwroot", ".js")], @"\bMarkupString\b|AddMarkupContent|innerHTML|outerHTML|insertAdjacentHTML|document\.write");

    [Fact]
    public void Colours__stand_in_one_file_only() =>
        AssertNowhere(SourceTree.Files("src/Stance.Web", ".cs", ".razor", ".css", ".js"), @"[^&\w]#[0-9a-fA-F]{6}\b", "src/Stance.Web/Charts/Tokens.cs");

    [Fact]
    public void Types__are_never_named_like_their_folder()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ToHashSet();
        var types = Code.SelectMany(f => Regex.Matches(f.Text, @"\b(?:class|record|struct|interface|enum)\s+([A-Z]\w*)").Select(m => (f.Path, Name: m.Groups[1].Value)));

        Assert.DoesNotContain(types, t => folders.Contains(t.Name));
    }

    [Fact]
    public void Every_statement__says_its_question_and_is_used()
    {
        var data = string.Concat(Code.Where(f => InRoom(f, "src/Stance.Data/")).Select(f => f.Text));
        foreach (var (path, text) in SourceTree.Files("src/Stance.Data", ".sql"))
        {
            Assert.True(text.StartsWith("-- ", StringComparison.Ordinal), $"{path} does not say its question in its first line.");
            Assert.True(data.Contains($"\"{path["src/Stance.Data/".Length..]}\"", StringComparison.Ordinal), $"{path} is used nowhere.");
        }
    }

    [Fact]
    public void Every_migration__says_why() =>
        Assert.All(SourceTree.Files("db/migrations", ".sql"), f => Assert.StartsWith("-- ", f.Text));

    [Fact]
    public void Float_constants__are_not_numeric()
    {
        // 0.5 * x is numeric arithmetic, fifteen times slower than float8.
        AssertNowhere(SourceTree.Files("src/Stance.Data", ".sql"), @"(?<![\w.:'])\d+\.\d+(?!::float8|\d)");
    }

    private static bool InRoom((string Path, string Text) file, string room) => file.Path.StartsWith(room, StringComparison.Ordinal);

    private static void AssertNowhere(IEnumerable<(string Path, string Text)> files, string pattern, params string[] except)
    {
        var found = from file in files
                    where !except.Any(e => file.Path.StartsWith(e, StringComparison.Ordinal))
                    from match in Regex.Matches(file.Text, pattern)
                    let line = file.Text.AsSpan(0, match.Index).Count('\n') + 1
                    select $"{file.Path}:{line}: {match.Value.Trim()}";
        Assert.Empty(found);
    }
}
