using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Stance.Acts;
using Stance.Wording;

namespace Stance.Web.Charts;

/// <summary>The acts of the strip as buttons, one tab stop for all of them.</summary>
public sealed partial class ActButtons : ComponentBase
{
    private ElementReference[] _buttons = [];
    private IReadOnlyList<ActStack>? _shown;
    private ActStack? _open;
    private int _current;

    [Parameter, EditorRequired] public required IReadOnlyList<ActStack> Stacks { get; set; }

    [Parameter] public EventCallback<string> OnActSelected { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Stacks))
            return;
        _shown = Stacks;
        _buttons = new ElementReference[Stacks.Count];
        _open = null;
        _current = Math.Clamp(_current, 0, Math.Max(0, Stacks.Count - 1));
    }

    private static string Words(ActStack stack) => stack.Acts.Count == 1
        ? $"{stack.Acts[0].When}: {stack.Acts[0].Title}, score {NumberWords.Score(stack.Acts[0].Score)}{(stack.Acts[0].IsOfNewSource ? $", {ReadingWords.Tag}" : null)}"
        : $"{stack.Acts[0].When}: {NumberWords.Count(stack.Acts.Count, "act")}, open the list";

    private async Task ChooseAsync(ActStack stack)
    {
        if (stack.Acts.Count == 1)
            await OnActSelected.InvokeAsync(stack.Acts[0].Id);
        else
            _open = _open == stack ? null : stack;
    }

    private async Task MoveAsync(KeyboardEventArgs key, int at)
    {
        int? next = key.Key switch
        {
            "ArrowRight" or "ArrowDown" => at + 1,
            "ArrowLeft" or "ArrowUp" => at - 1,
            "Home" => 0,
            "End" => Stacks.Count - 1,
            _ => null,
        };
        if (key.Key == "Escape")
            _open = null;
        if (next is not { } wanted || wanted < 0 || wanted >= Stacks.Count)
            return;
        _current = wanted;
        await _buttons[wanted].FocusAsync(preventScroll: true);
    }

    private async Task CloseOnEscapeAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Escape")
            return;
        _open = null;
        if (_current < _buttons.Length)
            await _buttons[_current].FocusAsync(preventScroll: true);
    }
}
