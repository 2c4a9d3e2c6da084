using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Stance.Data.Commands;
using Stance.Data.People;
using Stance.Data.Texts;
using Stance.Events;
using Stance.Texts;
using Stance.Web.App;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Texts;

/// <summary>Takes an article in: reads what a file says of itself into empty fields, and puts it on file or offers the report that is there.</summary>
public sealed partial class TextForm : ComponentBase, IDisposable
{
    private static readonly (string Value, string Words)[] Charsets =
        [("utf-8", "UTF-8"), ("windows-1251", "Windows-1251 (Cyrillic)"), ("koi8-r", "KOI8-R (Cyrillic)"), ("windows-1252", "Windows-1252 (Western)"), ("iso-8859-9", "ISO-8859-9 (Turkish)"), ("gb18030", "GB 18030 (Chinese)")];

    private readonly TypedFields _typed = new();
    private string _charset = "";
    private bool _asksCharset;
    private bool _isBusy;
    private bool _isReady;
    private string? _said;
    private string _key = NewKey();
    private IncomingText? _incoming;
    private ImportedText? _read;
    private TextOnFile? _onFile;
    private IReadOnlyList<RuleBreach> _breaches = [];

    [Inject] private StoredTextWriter Writer { get; set; } = default!;

    [Inject] private StoredTextReader Reader { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Parameter, EditorRequired] public required IReadOnlyList<Source> Sources { get; set; }

    /// <summary>The report on file whose text is brought; null = a new report.</summary>
    [Parameter] public StoredText? Report { get; set; }

    private string Words => _typed["words"] ?? "";

    private string? Keeps => _typed["keeps"];

    /// <summary>What is kept while it is typed: a new text, or the words of a report on file.</summary>
    private string Subject => Report is { } report ? $"words:{report.Id}" : "words:new";

    protected override void OnInitialized() => _typed.Changed += StateHasChanged;

    private bool Replaces => Report is { TextSha256: { } hash } && (Words.Length == 0 || hash != ReadableText.Hash(ReadableText.OfPlain(Words)));

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        (_breaches, _onFile, _said, _read) = ([], null, null, null);
        if (chosen.File.Size > TextImport.MostBytes)
        {
            Complain("file", "It is larger than 10 MB. Paste the words instead.");
            return;
        }
        _isBusy = true;
        try
        {
            using var bytes = new MemoryStream();
            await using var stream = chosen.File.OpenReadStream(TextImport.MostBytes);
            await stream.CopyToAsync(bytes);
            _incoming = new IncomingText(bytes.ToArray(), chosen.File.Name);
            await ReadAgainAsync();
        }
        catch (IOException)
        {
            Complain("file", "The file could not be read to its end. Choose it again.");
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task ReadAgainAsync()
    {
        if (_incoming is not { } incoming)
            return;
        (_breaches, _said) = ([], null);
        try
        {
            _read = await TextImport.ReadAsync(incoming with { Charset = _charset.Length == 0 ? null : _charset }, CancellationToken.None);
            _typed["words"] = _read.Text;
            _typed.Propose("title", _read.Title);
            _typed.Propose("author", _read.Author);
            _typed.Propose("published", _read.PublishedOn is { } day ? DateText.Words(day) : null);
            _typed.Propose("language", _read.Language);
            _typed.Propose("url", _read.Url);
            _onFile = Report is null ? await Reader.OnFileAsync(_read, CancellationToken.None) : null;
        }
        catch (DbException)
        {
            // Whether it is on file is asked again when it is saved.
        }
        catch (UnreadableTextException fault)
        {
            _asksCharset = _asksCharset || fault.Message.Contains("stored", StringComparison.Ordinal);
            Complain("file", fault.Message);
        }
    }

    // What is changed by hand is no longer what the file held.
    private void Typed()
    {
        if (_read is not null && Words != _read.Text)
            (_read, _incoming) = (null, null);
    }

    private string? Heading() => ReadableText.OfPlain(Words).Split("\n\n", 2)[0] is { Length: > 0 and <= 300 } line && !line.EndsWith('.') ? line : null;

    private int? Paragraphs() => string.IsNullOrWhiteSpace(Words) ? null : new ArticleText(ReadableText.OfPlain(Words), _typed["title"]).BodyCount;

    private Task SaveAsync() => WriteAsync(async (read, by) => Report is { } report
        ? Replaces
            ? await Writer.ReplaceAsync(new ReplaceText(report.Id, report.Version, read.Text, Hex(read), read.Kind, FileName, _typed["reason"]), by, _key, CancellationToken.None)
            : await TakeUpAsync(report.Id, report.Keeps ?? Keeps, read, by)
        : await Writer.StoreAsync(
            StoreText.Of(
                Guid.TryParse(_typed["source"], out var id) ? new SourceDraft(id) : new SourceDraft(null, _typed["name"], _typed["reliability"]),
                new ReportDraft(
                    Blank("title"), Blank("url"), DateText.ToIso(_typed["published"]), Blank("language"), Blank("origin"), Blank("author"), _typed["isPartial"] is not null),
                Keeps, read, FileName),
            by, _key, CancellationToken.None));

    private Task TakeUpAsync() => WriteAsync((read, by) => TakeUpAsync(_onFile!.Id, Keeps ?? TextKeeping.Passages, read, by));

    private Task<WriteOutcome> TakeUpAsync(Guid report, string? keeps, ImportedText read, Actor by) =>
        Writer.TakeUpAsync(new TakeUpText(report, keeps, read.Text, Hex(read), read.Kind, FileName), by, _key, CancellationToken.None);

    private async Task WriteAsync(Func<ImportedText, Actor, Task<WriteOutcome>> write)
    {
        if (_isBusy)
            return;
        (_breaches, _said, _isBusy) = ([], null, true);
        try
        {
            await Task.Yield();
            var read = _read ?? await TextImport.ReadAsync(TextImport.Pasted(Words), CancellationToken.None);
            Meet(await write(read, (await SignedIn).User.ActorOf()));
        }
        catch (UnreadableTextException fault)
        {
            Complain("text", fault.Message);
        }
        catch (DbException)
        {
            _said = "The database did not answer. Nothing you entered is lost; save again, it will not be stored twice.";
        }
        catch (NotAllowedException refusal)
        {
            _said = refusal.Message;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void Meet(WriteOutcome outcome)
    {
        switch (outcome)
        {
            case TextWritten written:
                // While its parts still stand: what was kept is dropped by them.
                _typed.Discard();
                Address.Open($"/desk/texts/{written.Id}");
                break;
            case TextOnFile known:
                _onFile = known;
                break;
            case Refused refused:
                (_breaches, _key) = (refused.Breaches, NewKey());
                break;
            case TextConflict:
                _said = "Somebody replaced this text meanwhile. Open the page anew and look at it first.";
                break;
            case KeyReused:
                (_said, _key) = ("An earlier try did arrive, with other words. Look at the list of texts.", NewKey());
                break;
            default:
                _said = "This report is no longer on file.";
                break;
        }
    }

    private string? FileName => _read is { Kind: not TextKinds.Pasted } && _incoming?.FileName is { } name ? name[..Math.Min(name.Length, 255)] : null;

    private void Complain(string field, string message) => _breaches = [new RuleBreach(field, "unreadable", message)];

    private string? Problem(string field) => _breaches.FirstOrDefault(b => b.Field == field)?.Message;

    private string? Invalid(string field) => Problem(field) is null ? null : "true";

    private static string Hex(ImportedText read) => Convert.ToHexStringLower(read.Sha256);

    private string? Blank(string field) => string.IsNullOrWhiteSpace(_typed[field]) ? null : _typed[field]!.Trim();

    public void Dispose() => _typed.Changed -= StateHasChanged;

    private static string NewKey() => Guid.CreateVersion7().ToString("N");
}
