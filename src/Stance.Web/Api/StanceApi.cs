using Microsoft.OpenApi;
using Stance.Web.People;

namespace Stance.Web.Api;

/// <summary>The API as one group: who may use it, how it fails, and its OpenAPI document.</summary>
public static class StanceApi
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddStanceApi(this IServiceCollection services) => services
        .AddProblemDetails(o => o.CustomizeProblemDetails = ApiErrors.Describe)
        .AddExceptionHandler<ApiErrors>()
        // A value that cannot be read reaches ApiErrors with the parameter's name; otherwise the answer is an empty 400.
        .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true)
        .AddOpenApi("v1", o =>
        {
            o.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            o.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Stance", Version = "1", Description = "Acts, votes and alignment of countries." };
                document.Servers = [];
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["token"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "A token made with: token create --name N --role analyst",
                    },
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
                return Task.CompletedTask;
            });
        });

    /// <summary>Errors below <c>/api</c> as ProblemDetails; stands before authentication so that 401 and 403 have a body too.</summary>
    public static IApplicationBuilder UseStanceApi(this IApplicationBuilder app) => app.UseWhen(
        context => context.IsApi(),
        api => api.UseExceptionHandler().UseStatusCodePages());

    /// <returns>The group <c>/api/v1</c>: endpoints mapped on it need a role that may use the API and refuse unknown parameters.</returns>
    public static RouteGroupBuilder MapStanceApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Policies.CanRead);
        return routes.MapGroup(Root)
            .RequireAuthorization(Policies.CanReadApi)
            .RequireRateLimiting(RateLimits.Api)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .AddEndpointFilter(new KnownParameters());
    }

    internal static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
