using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Npgsql;
using Stance.Data;
using Stance.Data.Acts;
using Stance.Testing;
using Stance.Web.App;
using Stance.Web.Charts;
using Stance.Web.Search;

namespace Stance.Web.Tests.App;

/// <summary>A reader's room: the sample in a database of its own, the acts in memory, a signed-in analyst, a circuit.</summary>
public sealed class AnalystRoom : BunitContext
{
    public const string Opening = "collections=wsj-2022-07-24&countries=KAZ&from=2022-01-01&to=2022-07-24";

    /// <summary>These tests only read, so they share one database; each has its own memory of it.</summary>
    private static readonly SemaphoreSlim Making = new(1);

    private static string? shared;

    private AnalystRoom()
    {
    }

    public NavigationManager Nav => Services.GetRequiredService<NavigationManager>();

    public NavigationHistory LastNavigation => ((BunitNavigationManager)Nav).History.First();

    public ActFeed Feed => Services.GetRequiredService<ActFeed>();

    /// <param name="writes">Gives the room a database of its own, in which Ada is on file.</param>
    public static async Task<AnalystRoom> OpenAsync(PostgresFixture postgres, bool isInteractive = true, string role = "analyst", bool writes = false)
    {
        var connection = writes ? await postgres.NewDatabaseAsync(withSample: true) : await SharedAsync(postgres);
        var room = new AnalystRoom();
        room.Services.AddLogging();
        room.Services.AddSingleton(TimeProvider.System);
        room.Services.AddStanceData(connection);
        room.Services.AddSingleton(_ => WorldShapes.ReadFile());
        room.Services.AddSingleton<PaletteViews>();
        room.Services.AddScoped<SiteAddress>();
        room.Services.AddMudServices();
        var ada = Guid.NewGuid();
        room.AddAuthorization().SetAuthorized("Ada").SetRoles(role).SetClaims(new Claim(ClaimTypes.NameIdentifier, ada.ToString()));
        room.JSInterop.Mode = JSRuntimeMode.Loose;
        room.SetRendererInfo(new RendererInfo("Server", isInteractive));
        if (writes)
            await room.PutOnFileAsync(ada, role);
        await room.Feed.LoadAsync(Xunit.TestContext.Current.CancellationToken);
        return room;
    }

    private async Task PutOnFileAsync(Guid ada, string role)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            insert into app_user (id, email, normalized_email, name, role, password_hash, security_stamp, created_at)
            values ($1, 'ada@example.org', 'ADA@EXAMPLE.ORG', 'Ada', $2, 'none', 'none', now())
            """);
        command.Parameters.Add(new() { Value = ada });
        command.Parameters.Add(new() { Value = role });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> SharedAsync(PostgresFixture postgres)
    {
        await Making.WaitAsync();
        try
        {
            return shared ??= await postgres.NewDatabaseAsync(withSample: true);
        }
        finally
        {
            Making.Release();
        }
    }

    /// <summary>The page at the address, in the scope that reads it.</summary>
    public IRenderedComponent<IComponent> Visit<TPage>(string address, params (string Name, object Value)[] parameters) where TPage : IComponent
    {
        Nav.NavigateTo(address);
        return Render(builder =>
        {
            builder.OpenComponent<Web.App.ViewScope>(0);
            builder.AddAttribute(1, nameof(Web.App.ViewScope.ChildContent), (RenderFragment)(page =>
            {
                page.OpenComponent<TPage>(0);
                foreach (var (name, value) in parameters)
                    page.AddAttribute(1, name, value);
                page.CloseComponent();
            }));
            builder.CloseComponent();
        });
    }

    /// <summary>Says in the feed that a country's acts changed, as a writer does, and takes it in.</summary>
    public async Task AnnounceAsync(string country)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("insert into change_feed (country_code, what) values ($1, 'act')");
        command.Parameters.Add(new() { Value = country });
        await command.ExecuteNonQueryAsync();
        await Feed.RefreshAsync(Xunit.TestContext.Current.CancellationToken);
    }
}
