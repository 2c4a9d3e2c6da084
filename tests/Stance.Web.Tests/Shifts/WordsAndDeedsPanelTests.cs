using Bunit;
using Stance.Testing;
using Stance.Web.Countries;
using Stance.Web.Tests.App;

namespace Stance.Web.Tests.Shifts;

public sealed class WordsAndDeedsPanelTests(PostgresFixture postgres)
{
    private const string Article = "/countries/KAZ?collections=wsj-2022-07-24&from=2022-01-01&to=2022-07-24";

    [Fact]
    public async Task Country_page__the_fixture__says_that_the_gap_cannot_be_told_from_none()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>(Article, (nameof(CountryPage.Code), "KAZ"));

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("h2"), h => h.TextContent.Trim() == "Words and deeds cannot be told apart"));
        Assert.Contains(
            "On 24 July 2022 words stand at +0.80 and deeds at −0.83: a gap of +1.63, standard error 2.19. Its 90% band, −1.98 to +5.24, includes 0: the gap cannot be told from none.",
            page.Markup, StringComparison.Ordinal);
        var row = page.FindAll("table").First(t => t.TextContent.Contains("Told apart", StringComparison.Ordinal)).QuerySelectorAll("tbody tr")[0];
        Assert.Equal(["24 Jul 2022", "+0.80", "−0.83", "+1.63", "2.19", "−1.98 to +5.24", "no"], row.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task Country_page__only_words__draws_no_half_of_a_comparison()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>(Article + "&form=words", (nameof(CountryPage.Code), "KAZ"));

        page.WaitForAssertion(() => Assert.Contains("Words and deeds are not set side by side", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Commitments need words and deeds", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Country_page__pledges_long_past__are_listed_as_overdue()
    {
        await using var room = await AnalystRoom.OpenAsync(postgres);

        var page = room.Visit<CountryPage>("/countries/KAZ?from=2022-01-01&to=2023-12-31", (nameof(CountryPage.Code), "KAZ"));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".commitments tbody tr").Count));
        Assert.All(page.FindAll(".commitments .tag"), t => Assert.Equal("overdue", t.TextContent));
        Assert.Contains("None of 2\u00a0pledges due was followed by a deed in time", page.Markup, StringComparison.Ordinal);
    }
}
