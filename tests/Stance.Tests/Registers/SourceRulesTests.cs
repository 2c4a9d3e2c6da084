using Stance.Registers;

namespace Stance.Tests.Registers;

public sealed class SourceRulesTests
{
    private static readonly DateOnly Today = new(2022, 11, 23);

    [Theory]
    [InlineData("", "B", null, "why", "source.name", "required")]
    [InlineData("A source", "G", null, "why", "source.reliability", "choice")]
    [InlineData("A source", null, null, "why", "source.reliability", "choice")]
    [InlineData("A source", "B", "javascript:alert(1)", "why", "source.url", "address")]
    [InlineData("A source", "B", null, " ", "reason", "required")]
    public void Check__what_breaks_a_rule__is_named_by_field_and_rule(string name, string? reliability, string? url, string reason, string field, string rule)
    {
        var breach = Assert.Single(SourceRules.Check(new SourceWords(name, reliability, url), reason, Today).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void Check__a_whole_source__is_read()
    {
        var (source, breaches) = SourceRules.Check(new SourceWords(" A source ", "C", "", "2022-05-03", "2022-01-01"), "why", Today);
        Assert.Empty(breaches);
        Assert.Equal(new SourceFacts("A source", 'C', null, new DateOnly(2022, 5, 3), new DateOnly(2022, 1, 1)), source);
    }

    [Theory]
    [InlineData("2022-05-03", "2022-05-03", "codedBackTo", "order")]
    [InlineData("2022-05-03", "2022-06-01", "codedBackTo", "order")]
    [InlineData(null, "2022-01-01", "codedBackTo", "alone")]
    [InlineData("2022-11-24", null, "readSince", "future")]
    [InlineData("May 2022", null, "readSince", "date")]
    [InlineData("soon", "2022-01-01", "readSince", "date")]
    public void Check__days_that_cannot_be__are_named_by_field_and_rule(string? since, string? back, string field, string rule)
    {
        var breach = Assert.Single(SourceRules.Check(new SourceWords("A source", "B", null, since, back), "why", Today).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }
}
