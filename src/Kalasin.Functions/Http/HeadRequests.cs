namespace Kalasin.Functions.Http;

/// <summary>What can be read by GET can be asked after by HEAD: the same answer, of which the server leaves the body out.</summary>
internal static class HeadRequests
{
    public static RouteGroupBuilder AnswerHead(this RouteGroupBuilder routes)
    {
        ((IEndpointConventionBuilder)routes).Add(static endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is ["GET"])
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return routes;
    }
}
