using Stance.Web.Events;

namespace Stance.Web.Tests.Events;

public sealed class TypedFieldsTests
{
    private readonly TypedFields fields = new();

    [Fact]
    public void Emptied__holds_nothing_to_keep__but_is_told_as_empty_and_not_as_untouched()
    {
        fields["title"] = "T";
        fields["title"] = "";

        Assert.Equal(("", null), (fields["title"], fields["author"]));
        Assert.True(fields.IsClean);
        Assert.Equal("{}", fields.Print());
        Assert.False(fields.TryRestore(fields.Print()));
    }

    [Fact]
    public void Propose__fills_what_holds_nothing__and_leaves_what_was_typed()
    {
        (fields["title"], fields["author"]) = ("", "Mine");

        fields.Propose("title", "Read");
        fields.Propose("author", "Read");
        fields.Propose("url", null);

        Assert.Equal(("Read", "Mine", null), (fields["title"], fields["author"], fields["url"]));
    }
}
