using System.Text.Json;
using Stance.Exports;

namespace Stance.Tests.Exports;

public sealed class CitationTests
{
    private static readonly Citation Kazakhstan = new(
        "Alignment of Kazakhstan between Moscow and Kyiv & its backers, 1 January – 24 July 2022",
        "1.0",
        new DateTimeOffset(2022, 7, 24, 9, 30, 5, TimeSpan.Zero),
        "http://127.0.0.1:5080/?asOf=2022-07-24T09%3A30%3A05.000000Z&countries=KAZ");

    [Fact]
    public void Apa__a_view__names_year_version_and_address() => Assert.Equal(
        "Stance. (2022). Alignment of Kazakhstan between Moscow and Kyiv & its backers, 1 January – 24 July 2022 (Codebook 1.0, as known on 24 July 2022) [Data set]. http://127.0.0.1:5080/?asOf=2022-07-24T09%3A30%3A05.000000Z&countries=KAZ",
        Kazakhstan.Apa);

    [Fact]
    public void Chicago__a_view__quotes_the_title() => Assert.StartsWith(
        "Stance, “Alignment of Kazakhstan between Moscow and Kyiv & its backers, 1 January – 24 July 2022,” data set, Codebook 1.0,", Kazakhstan.Chicago, StringComparison.Ordinal);

    [Fact]
    public void BibTeX__characters_that_TeX_reads__are_escaped()
    {
        var entry = (Kazakhstan with { Title = @"50% of {A_B} & #1 \ $x – y" }).BibTeX;

        Assert.Contains(@"title = {50\% of \{A\_B\} \& \#1 \textbackslash{} \$x -- y}", entry, StringComparison.Ordinal);
        Assert.StartsWith("@misc{stance-20220724093005,", entry, StringComparison.Ordinal);
        Assert.Contains("author = {Stance}", entry, StringComparison.Ordinal);
        Assert.Contains("year = {2022}", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void CslJson__a_view__is_a_dataset_with_its_day()
    {
        var item = JsonDocument.Parse(Kazakhstan.CslJson).RootElement[0];

        Assert.Equal("dataset", item.GetProperty("type").GetString());
        Assert.Equal(Kazakhstan.Title, item.GetProperty("title").GetString());
        Assert.Equal(24, item.GetProperty("issued").GetProperty("date-parts")[0][2].GetInt32());
        Assert.Equal(Kazakhstan.Address, item.GetProperty("URL").GetString());
    }
}
