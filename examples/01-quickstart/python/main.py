from cdk8s_hardened import HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace

CART = "registry.example.com/shop/cart:1.4.2"
WEB = "registry.example.com/shop/web:2.0.1"

app = SecureApp(kubernetes_version=KubernetesVersion.V1_36, trusted_registries=["registry.example.com"])
chart = SecureChart(app, "shop")
shop = SecureNamespace(chart, "shop")

cart = HardenedDeployment(shop, "cart", image=CART, port=7070, health=Health.grpc())
web = HardenedDeployment(shop, "web", image=WEB, port=8080, health=Health.http(live="/livez", ready="/readyz"))
web.connections.allow_to(cart)

app.synth()
