using Microsoft.Playwright;

namespace Stance.EndToEnd.Texts;

/// <summary>A person at the keyboard whose presses are counted; a chord is one.</summary>
internal sealed class KeyCount(IPage page)
{
    public int Presses { get; private set; }

    public async Task PressAsync(string key, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await page.Keyboard.PressAsync(key);
            Presses++;
        }
    }

    public async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Presses += text.Length;
    }
}
