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
using Stance.Web.People;

namespace Stance.Web.Texts;

/// <summary>Takes an article in: reads what a file says of itself into empty fields, and puts it on file or offers the report that is there.</summary>
public sealed partial class TextForm : ComponentBase
{
    private static readonly (string Value, string Words)[] Charsets =
        [("utf-8", "UTF-8"), ("windows-1251", "Windows-1251 (Cyrillic)"), ("koi8-r", "KOI8-R (Cyrillic)"), ("windows-1252", "Windows-1252 (Western)"), ("iso-8859-9", "ISO-8859-9 (Turkish)"), ("gb18030", "GB 18030 (Chinese)")];

    private string _words = "";
    private string _charset = "";
    private string _source = "";
    private string? _name;
    private string _reliability = "";
    private string? _title;
    private string? _published;
    private string? _author;
    private string? _language;
    private string? _origin;
    private string? _url;
    private string? _reason;
    private bool _isPartial;
    private string? _keeps;
    private bool _asksCharset;
    private bool _isBusy;
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

    private bool Replaces => Report is { TextSha256: { } hash } && (_words.Length == 0 || hash != ReadableText.Hash(ReadableText.OfPlain(_words)));

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
            _words = _read.Text;
            _title ??= _read.Title;
            _author ??= _read.Author;
            _published ??= _read.PublishedOn is { } day ? DateText.Words(day) : null;
            _language ??= _read.Language;
            _url ??= _read.Url;
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
        if (_read is not null && _words != _read.Text)
            (_read, _incoming) = (null, null);
        _title ??= Heading();
    }

    private string? Heading() => ReadableText.OfPlain(_words).Split("\n\n", 2)[0] is { Length: > 0 and <= 300 } line && !line.EndsWith('.') ? line : null;

    private int? Paragraphs() => string.IsNullOrWhiteSpace(_words) ? null : new ArticleText(ReadableText.OfPlain(_words), _title).BodyCount;

    private Task SaveAsync() => WriteAsync(async (read, by) => Report is { } report
        ? Replaces
            ? await Writer.ReplaceAsync(new ReplaceText(report.Id, report.Version, read.Text, Hex(read), read.Kind, FileName, _reason), by, _key, CancellationToken.None)
            : await TakeUpAsync(report.Id, report.Keeps ?? _keeps, read, by)
        : await Writer.StoreAsync(
            StoreText.Of(
                Guid.TryParse(_source, out var id) ? new SourceDraft(id) : new SourceDraft(null, _name, Blank(_reliability)),
                new ReportDraft(Blank(_title), Blank(_url), DateText.ToIso(_published), Blank(_language), Blank(_origin), Blank(_author), _isPartial),
                _keeps, read, FileName),
            by, _key, CancellationToken.None));

    private Task TakeUpAsync() => WriteAsync((read, by) => TakeUpAsync(_onFile!.Id, _keeps ?? TextKeeping.Passages, read, by));

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
            var read = _read ?? await TextImport.ReadAsync(TextImport.Pasted(_words), CancellationToken.None);
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

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string NewKey() => Guid.CreateVersion7().ToString("N");
}
