using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>The customer portal, where a donor ends a subscription: its one configuration, and its sessions.</summary>
public sealed class Portal(StripeStore store, Func<string> origin)
{
    private const string Configuration = "bpc_standin";

    public JsonObject Configurations(JsonObject asked) => ListObject.Of(
        [
            new JsonObject
            {
                ["id"] = Configuration,
                ["object"] = "billing_portal.configuration",
                ["active"] = true,
                ["is_default"] = true,
                ["livemode"] = false,
                ["login_page"] = new JsonObject { ["enabled"] = true, ["url"] = $"{origin()}/p/login/standin" },
            },
        ], asked, "/v1/billing_portal/configurations");

    public JsonObject Open(JsonObject asked)
    {
        var customer = asked.Text("customer")
            ?? throw new StripeApiException("parameter_missing", "customer", "Missing required param: customer.");
        if (store.Find(customer)?.Text("object") != "customer")
            throw new StripeApiException("resource_missing", "customer", $"No such customer: '{customer}'");
        var id = StripeStore.NewId("bps");
        return store.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "billing_portal.session",
            ["configuration"] = Configuration,
            ["created"] = store.Now,
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
