using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Stance.Web.App;

/// <summary>
/// Pages and answers of the API are sent compressed, also behind TLS: the secrets a page holds cannot be guessed by the length of an answer,
/// since the form token is masked anew in each one and cookies are never sent along from other sites. Static files come compressed from the build.
/// </summary>
public static class Compression
{
    private static readonly string[] AlsoText = ["text/csv", "image/svg+xml", "application/problem+json", "application/x-bibtex"];

    public static IServiceCollection AddStanceCompression(this IServiceCollection services) => services
        .AddResponseCompression(answers =>
        {
            answers.EnableForHttps = true;
            answers.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. AlsoText];
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
}
