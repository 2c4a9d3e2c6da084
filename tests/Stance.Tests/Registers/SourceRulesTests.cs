using Stance.Registers;

namespace Stance.Tests.Registers;

public sealed class SourceRulesTests
{
    [Theory]
    [InlineData("", "B", null, "why", "source.name", "required")]
    [InlineData("A source", "G", null, "why", "source.reliability", "choice")]
    [InlineData("A source", null, null, "why", "source.reliability", "choice")]
    [InlineData("A source", "B", "javascript:alert(1)", "why", "source.url", "address")]
    [InlineData("A source", "B", null, " ", "reason", "required")]
    public void Check__what_breaks_a_rule__is_named_by_field_and_rule(string name, string? reliability, string? url, string reason, string field, string rule)
    {
        var breach = Assert.Single(SourceRules.Check(Guid.NewGuid(), name, reliability, url, reason).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void Check__a_whole_source__is_read()
    {
        var (source, breaches) = SourceRules.Check(Guid.NewGuid(), " A source ", "C", "", "why");
        Assert.Empty(breaches);
        Assert.Equal(("A source", 'C', null), (source!.Name, source.Reliability, source.Url));
    }
}
