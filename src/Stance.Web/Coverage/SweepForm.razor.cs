using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Stance.Countries;
using Stance.Coverage;
using Stance.Data.Coverage;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Events;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Web.People;
using Stance.Wording;

namespace Stance.Web.Coverage;

/// <summary>Takes a sweep down. What was typed stays until it is saved.</summary>
public sealed partial class SweepForm : ComponentBase
{
    private Guid _id = Guid.CreateVersion7();
    private string _countries = "";
    private string _source = "";
    private DateOnly? _from;
    private DateOnly? _to;
    private string? _note;
    private string? _said;
    private bool _isRefused;
    private IReadOnlyList<Source> _sources = [];
    private IReadOnlyList<ViewStateProblem> _problems = [];

    [Inject] private SweepWriter Writer { get; set; } = default!;

    [Inject] private EventReader Events { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignIn { get; set; } = default!;

    [Parameter] public EventCallback Saved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _countries = string.Join(", ", Address.View.Countries.Select(Address.Register.NameOf));
        try
        {
            _sources = await Events.SourcesAsync(CancellationToken.None);
        }
        catch (DbException)
        {
            (_said, _isRefused) = ("The sources cannot be read at this moment. Try again.", true);
        }
    }

    private async Task SaveAsync()
    {
        (_said, _isRefused, _problems) = (null, false, []);
        var (countries, unknown) = Read(_countries);
        if (unknown is not null)
        {
            _problems = [new("countries", $"No country goes by “{unknown}”.")];
            return;
        }
        var draft = new SweepDraft(_id, countries, Guid.TryParse(_source, out var source) ? source : null, _from, _to, _note);
        try
        {
            _problems = await Writer.RecordAsync((await SignIn).User.ActorOf(), draft, CancellationToken.None);
        }
        catch (NotAllowedException refusal)
        {
            (_said, _isRefused) = (refusal.Message, true);
            return;
        }
        catch (DbException)
        {
            (_said, _isRefused) = ("The database did not answer; nothing was written. Try again.", true);
            return;
        }
        if (_problems.Count > 0)
            return;
        (_said, _id, _note) = ($"Written down for {NumberWords.Count(countries.Count, "country", "countries")}.", Guid.CreateVersion7(), null);
        await Saved.InvokeAsync();
    }

    /// <summary>Each part is the country that goes by exactly that name or code, or the best match when it begins a name.</summary>
    private (IReadOnlyList<CountryCode> Countries, string? Unknown) Read(string typed)
    {
        var search = new CountrySearch(Address.Register.Countries.Values);
        var found = new List<CountryCode>();
        foreach (var part in typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (search.Find(part, 1) is not [var country])
                return ([], part);
            found.Add(country.Code);
        }
        return ([.. found.Distinct()], null);
    }

    private string? Problem(string field) => string.Join(" ", _problems.Where(p => p.Key == field).Select(p => p.Message)) is { Length: > 0 } text ? text : null;

    private string? Invalid(string field) => Problem(field) is null ? null : "true";
}
