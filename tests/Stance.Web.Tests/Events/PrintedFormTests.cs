using Stance.Web.Events;

namespace Stance.Web.Tests.Events;

public sealed class PrintedFormTests
{
    [Fact]
    public void Emptied_field__is_as_one_never_filled()
    {
        var emptied = new ActFormState { Title = "", Attributes = { ["cargo"] = "", ["tonnes"] = null }, Claims = { new ClaimFormState { Statement = "" } } };
        var untouched = new ActFormState { Claims = { new ClaimFormState() } };
        Assert.True(PrintedForm.SaysTheSame(emptied.Print(), untouched.Print()));
    }

    [Fact]
    public void Word_of_a_field_of_the_kind__of_a_further_claim__or_a_further_claim_itself__makes_the_difference()
    {
        var untouched = new ActFormState().Print();
        Assert.False(PrintedForm.SaysTheSame(new ActFormState { Attributes = { ["cargo"] = "medicine" } }.Print(), untouched));
        Assert.False(PrintedForm.SaysTheSame(new ActFormState { Claims = { new ClaimFormState { Statement = "Two flights" } } }.Print(), untouched));
        Assert.False(PrintedForm.SaysTheSame(new ActFormState { Claims = { new ClaimFormState() } }.Print(), untouched));
        Assert.False(PrintedForm.SaysTheSame(new ActFormState { Title = " " }.Print(), untouched));
    }
}
