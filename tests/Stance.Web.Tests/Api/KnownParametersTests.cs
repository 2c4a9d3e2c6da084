using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Tests.Api;

public sealed class KnownParametersTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddStanceApi().AddSingleton(TimeProvider.System);
        builder.Services.AddAuthorization(Policies.Declare);
        app = builder.Build();
        app.UseStanceApi();
        app.MapStanceApi().AllowAnonymous().MapTestEndpoints();
        await app.StartAsync();
        client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/echo/7?axis=RUW&limit=3&tag=a&tag=b&half-life=90")]
    [InlineData("/api/v1/echo/7")]
    [InlineData("/api/v1/raw?axis=RUW")]
    public async Task Declared_parameters__given__are_accepted(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/api/v1/echo/7?axes=RUW", "axes")]
    [InlineData("/api/v1/echo/7?id=8", "id")]
    [InlineData("/api/v1/echo/7?axis=RUW&axis=CNW", "axis")]
    [InlineData("/api/v1/echo/7?clock=1", "clock")]
    [InlineData("/api/v1/raw?limit=1", "limit")]
    public async Task Parameter__unknown_or_repeated__is_refused_by_name(string address, string name)
    {
        var answer = await GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Equal([name], problem!.Errors.Keys);
    }

    [Fact]
    public async Task Parameter__of_the_wrong_kind__is_refused_with_its_name()
    {
        var answer = await GetAsync("/api/v1/echo/7?limit=many");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Contains("limit", problem!.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Failure__of_the_server__tells_a_reference_and_nothing_else()
    {
        var answer = await GetAsync("/api/v1/fail");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.Contains("traceId", text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}

internal static class TestEndpoints
{
    public static void MapTestEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/echo/{id:int}", (int id, [AsParameters] Asked asked, TimeProvider clock, HttpContext http) => Results.Ok(asked.Axis));
        api.MapGet("/raw", (HttpRequest request) => Results.Ok(request.Query["axis"].ToString())).WithMetadata(new TakesParameters("axis"));
        api.MapGet("/fail", void () => throw new InvalidOperationException("canary"));
    }

    internal sealed record Asked(string? Axis, int? Limit, [FromQuery(Name = "half-life")] int? HalfLife, string[]? Tag);
}
