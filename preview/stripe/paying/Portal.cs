using System.Text.Json.Nodes;
using Advocacy.Preview.Stripe.Asking;

namespace Advocacy.Preview.Stripe.Paying;

/// <summary>Sessions of the customer portal, where a donor ends a pledge.</summary>
public sealed class Portal(Books books, Func<string> origin)
{
    public JsonObject Open(JsonObject asked)
    {
        var customer = asked.Text("customer") ?? throw new RefusedException("parameter_missing", "customer", "Missing required param: customer.");
        if (books.Find(customer)?.Text("object") != "customer")
            throw new RefusedException("resource_missing", "customer", $"No such customer: '{customer}'");
        var id = Books.NewId("bps");
        return books.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "billing_portal.session",
            ["configuration"] = "bpc_standin",
            ["created"] = books.Now,
            ["customer"] = customer,
            ["flow"] = null,
            ["livemode"] = false,
            ["locale"] = asked.Text("locale"),
            ["on_behalf_of"] = null,
            ["return_url"] = asked.Text("return_url"),
            ["url"] = $"{origin()}/p/session/{id}",
        });
    }
}
