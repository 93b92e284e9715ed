"""Does what the library refuses, catches every refusal but the last, and says what it was told."""
from cdk8s import ApiObject
from cdk8s_hardened import HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace

CART = "registry.example.com/shop/cart:1.4.2"


def refused(what, attempt):
    try:
        attempt()
    except RuntimeError as error:
        print(f"{what}: {error}")


def same_name_twice():
    ApiObject(chart, "theirs", api_version="v1", kind="Service", metadata={"name": "cart", "namespace": "shop"})
    app.synth()


def deployment(id, image, port, health):
    return HardenedDeployment(shop, id, image=image, port=port, health=health)


app = SecureApp(kubernetes_version=KubernetesVersion.V1_36, trusted_registries=["registry.example.com"])
chart = SecureChart(app, "shop")
shop = SecureNamespace(chart, "shop")
health = Health.grpc()
cart = deployment("cart", CART, 7070, health)

refused("a registry that is not trusted", lambda: deployment("a", "docker.io/library/nginx:1.27", 8080, health))
refused("a tag that can move", lambda: deployment("b", "registry.example.com/shop/web:latest", 8080, health))
refused("a port that is none", lambda: deployment("c", CART, 70700, health))
refused("no health", lambda: deployment("d", CART, 8080, None))
refused("a path that is none", lambda: Health.http(live="livez", ready="/readyz"))
refused("a flow to a closed port", lambda: deployment("web", CART, 8080, health).connections.allow_to(cart, port=9999))
refused("two objects with one name", same_name_twice)

deployment("last", CART, 0, health)
