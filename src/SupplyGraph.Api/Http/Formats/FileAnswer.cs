using Microsoft.Net.Http.Headers;

namespace SupplyGraph.Api.Http.Formats;

/// <summary>An answer that is saved as a file.</summary>
/// <param name="value">What is answered.</param>
/// <param name="fileName">What it is saved as.</param>
/// <param name="write">Writes it.</param>
internal sealed class FileAnswer(object value, AnswerFormat format, string fileName, Func<HttpResponse, CancellationToken, Task> write)
    : IResult, IValueHttpResult
{
    public object? Value => value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        return write(response, httpContext.RequestAborted);
    }
}
