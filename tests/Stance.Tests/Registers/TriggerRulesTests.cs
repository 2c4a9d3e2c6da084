using Stance.Registers;

namespace Stance.Tests.Registers;

public sealed class TriggerRulesTests
{
    private static readonly DateOnly Today = new(2022, 7, 24);

    [Fact]
    public void Check__one_day_or_a_range__is_read()
    {
        var (day, none) = TriggerRules.Check(new(" A mark ", "2022-02-24", "", null), Today);
        Assert.Empty(none);
        Assert.Equal(new TriggerText("A mark", new(2022, 2, 24), null, null), day);
        Assert.Equal(new DateOnly(2022, 3, 1), TriggerRules.Check(new("A mark", "2022-02-24", "2022-03-01", "why"), Today).Text!.To);
    }

    [Theory]
    [InlineData(null, "2022-02-24", null, "title", "required")]
    [InlineData("A\u202Emark", "2022-02-24", null, "title", "characters")]
    [InlineData("A mark", null, null, "from", "required")]
    [InlineData("A mark", "2022-02-30", null, "from", "date")]
    [InlineData("A mark", "2022-07-25", null, "from", "future")]
    [InlineData("A mark", "2022-02-24", "2022-02-23", "to", "order")]
    [InlineData("A mark", "2022-02-24", "2022-02-24", "to", "order")]
    [InlineData("A mark", "2022-02-24", "2022-08-01", "to", "future")]
    public void Check__what_breaks_a_rule__is_named_by_field_and_rule(string? title, string? from, string? to, string field, string rule)
    {
        var breach = Assert.Single(TriggerRules.Check(new(title, from, to, null), Today).Breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void Check__a_label_has_room_on_a_chart()
    {
        Assert.Empty(TriggerRules.Check(new(new string('a', 80), "2022-02-24", null, null), Today).Breaches);
        Assert.Equal("length", Assert.Single(TriggerRules.Check(new(new string('a', 81), "2022-02-24", null, null), Today).Breaches).Rule);
    }
}
