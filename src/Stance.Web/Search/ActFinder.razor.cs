using Microsoft.AspNetCore.Components;
using Stance.Acts;
using Stance.Search;
using Stance.Web.App;
using Stance.Wording;

namespace Stance.Web.Search;

/// <summary>Asks for the view with other words, and tells how the words of the address were understood.</summary>
public sealed partial class ActFinder : ComponentBase
{
    private readonly string _id = $"f{Guid.NewGuid():n}"[..9];
    private string? _typed;
    private string? _seen;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    /// <summary>Words that the list took for others.</summary>
    [Parameter] public IReadOnlyList<WordCorrection> Corrections { get; set; } = [];

    private string? Text => Address.View.Text;

    private SearchText Search => SearchText.Parse(Text, Address.Register.Codebook);

    private string? Understood
    {
        get
        {
            var words = Search.Terms.Select(t => $"“{t.Text}”").ToList();
            var held = words.Count == 0 ? null : $"holding {(words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}")}";
            string[] all = [.. Search.Words, .. held is null ? Array.Empty<string>() : [held]];
            return all.Length == 0 ? null : $"Acts {string.Join(", ", all)}.";
        }
    }

    private IEnumerable<SearchField> Fields => SearchField.Of(Address.Register.Codebook).Values
        .OrderBy(f => f.Key != SearchField.Kind)
        .ThenBy(f => f.IsNumber ? 0 : 1)
        .ThenBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>What is being typed stays until the address brings another text.</summary>
    protected override void OnParametersSet()
    {
        if (_seen != Text)
            (_seen, _typed) = (Text, null);
    }

    private void Find() => Show(_typed ?? Text);

    private void ClearOnEscape(string key)
    {
        if (key == "Escape" && Text is not null)
            Show(null);
    }

    private void Show(string? typed)
    {
        var text = new string([.. (typed ?? "").Where(c => PlainText.FirstRefused(c.ToString(), lines: false) is null || char.IsSurrogate(c))]).Trim();
        Address.Show(Address.View with { Text = text.Length == 0 ? null : text });
    }
}
