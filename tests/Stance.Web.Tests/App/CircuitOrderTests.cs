using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Stance.Web.App;

namespace Stance.Web.Tests.App;

public sealed class CircuitOrderTests
{
    private readonly Dispatcher renderer = Dispatcher.CreateDefault();
    private readonly CircuitOrder order = new();

    [Fact]
    public async Task Confirmation__while_the_renderer_is_at_work__is_heard_after_the_events_before_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await OpenAsync();
        List<string> heard = [];
        using ManualResetEventSlim begun = new(), goOn = new();
        var rendering = Task.Run(() => renderer.InvokeAsync(() =>
        {
            begun.Set();
            goOn.Wait(cancel);
            heard.Add("rendered");
        }), cancel);
        begun.Wait(cancel);

        var letter = HearAsync(() => renderer.InvokeAsync(() => heard.Add("letter")));
        var confirmation = HearAsync(() =>
        {
            heard.Add("confirmation");
            return Task.CompletedTask;
        });
        Assert.Empty(heard);
        goOn.Set();
        await Task.WhenAll(rendering, letter, confirmation).WaitAsync(TimeSpan.FromSeconds(30), cancel);

        Assert.Equal(["rendered", "letter", "confirmation"], heard);
    }

    [Fact]
    public async Task What_the_browser_said__is_heard_on_the_circuits_own_turn__and_over_when_it_is_done()
    {
        await OpenAsync();
        var wasOnTurn = false;
        var work = new TaskCompletionSource();

        var hearing = HearAsync(async () =>
        {
            wasOnTurn = renderer.CheckAccess();
            await work.Task;
        });
        Assert.False(hearing.IsCompleted);
        work.SetResult();
        await hearing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(wasOnTurn);
    }

    [Fact]
    public async Task Fault__of_what_was_said__reaches_the_one_who_passed_it_on()
    {
        await OpenAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => HearAsync(() => throw new InvalidOperationException("A confirmation of nothing.")));
    }

    [Fact]
    public async Task Before_the_circuit_is_open__what_is_said_is_heard_at_once()
    {
        var isHeard = false;
        var hearing = HearAsync(() =>
        {
            isHeard = true;
            return Task.CompletedTask;
        });
        Assert.True(isHeard);
        await hearing;
    }

    private Task OpenAsync() => renderer.InvokeAsync(() => order.OnCircuitOpenedAsync(null!, CancellationToken.None));

    // Made by the framework alone; the handler passes it on unread.
    private Task HearAsync(Func<Task> said) =>
        order.CreateInboundActivityHandler(_ => said())((CircuitInboundActivityContext)RuntimeHelpers.GetUninitializedObject(typeof(CircuitInboundActivityContext)));
}
