using Stance.Acts;
using Stance.Alignment;
using Stance.Registers;
using Stance.Tests.Sharing;

namespace Stance.Tests.Registers;

public sealed class GroupRulesTests
{
    private static readonly Register Book = RegisterOf.Small with { Ties = new TieBook([new("UNION", "Union of the test", true)], [], []) };
    private static readonly GroupDraft Whole = new("QUAD", "Quadrilateral Dialogue", "no");

    [Theory]
    [InlineData(GroupRegister.Bloc, "code", "code", "")]
    [InlineData(GroupRegister.Bloc, "code", "code", "Q")]
    [InlineData(GroupRegister.Bloc, "code", "code", "4POWERS")]
    [InlineData(GroupRegister.Bloc, "code", "code", "QUAD-1")]
    [InlineData(GroupRegister.Bloc, "code", "code", "КВАД")]
    [InlineData(GroupRegister.Bloc, "code", "code", "ABCDEFGHIJKLMNOPQRSTU")]
    [InlineData(GroupRegister.Bloc, "code", "onFile", "csto")]
    [InlineData(GroupRegister.Bloc, "code", "country", "kaz")]
    [InlineData(GroupRegister.Bloc, "name", "required", " ")]
    [InlineData(GroupRegister.Bloc, "name", "onFile", "COLLECTIVE security treaty ")]
    [InlineData(GroupRegister.Bloc, "reason", "required", "")]
    [InlineData(GroupRegister.TieKind, "code", "onFile", "Union")]
    [InlineData(GroupRegister.TieKind, "name", "onFile", "union OF the test")]
    [InlineData(GroupRegister.TieKind, "alliance", "choice", null)]
    [InlineData(GroupRegister.TieKind, "alliance", "choice", "maybe")]
    public void CheckNew__what_breaks_a_rule__is_named_by_field_and_rule(GroupRegister kind, string field, string rule, string? typed)
    {
        var draft = field switch
        {
            "code" => Whole with { Code = typed },
            "name" => Whole with { Name = typed },
            "alliance" => Whole with { Alliance = typed },
            _ => Whole,
        };

        var (group, breaches) = GroupRules.CheckNew(draft, kind, Book, field == "reason" ? typed : "A record of the test");

        Assert.Null(group);
        var breach = Assert.Single(breaches);
        Assert.Equal((field, rule), (breach.Field, breach.Rule));
    }

    [Fact]
    public void CheckNew__a_code_is_written_in_capitals__a_bloc_binds_nobody__and_a_kind_of_tie_may_be_called_as_a_bloc()
    {
        var (bloc, none) = GroupRules.CheckNew(new(" quad_2 ", " Quadrilateral Dialogue ", "yes"), GroupRegister.Bloc, Book, "A record of the test");
        var (kind, nor) = GroupRules.CheckNew(new("CSTO", "Collective Security Treaty", "yes"), GroupRegister.TieKind, Book, "A record of the test");

        Assert.Empty(none.Concat(nor));
        Assert.Equal(new Group("QUAD_2", "Quadrilateral Dialogue", null), bloc);
        Assert.Equal([("name", "Quadrilateral Dialogue")], bloc!.Fields);
        Assert.Equal([("name", "Collective Security Treaty"), ("formal alliance", "yes")], kind!.Fields);
    }

    [Fact]
    public void CheckName__another_name_and_a_reason__and_never_that_of_another()
    {
        var held = GroupRules.All(GroupRegister.Bloc, Book).Single(g => g.Code == "OLD");

        Assert.Equal("A BLOC OF THE PAST", GroupRules.CheckName(held, "A BLOC OF THE PAST", GroupRegister.Bloc, Book, "Its own spelling").Group!.Name);
        Assert.Equal("same", Rule(" A bloc of the past "));
        Assert.Equal("onFile", Rule("collective security treaty"));
        Assert.Equal("required", Rule(""));
        Assert.Equal("required", Rule("Another name", reason: " "));

        string Rule(string name, string reason = "A record of the test") => Assert.Single(GroupRules.CheckName(held, name, GroupRegister.Bloc, Book, reason).Breaches).Rule;
    }
}
