from cdk8s_hardened import HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace

CART = "registry.example.com/shop/cart:1.4.2@sha256:f48e9dc98495a282f0fe693110e8f2259216d8c6da56018353cdad0e7dc06ce1"
WEB = "registry.example.com/shop/web:2.0.1@sha256:c20c9617908fd6069da07363fccd0f2ce28b2c7258dfb98a2771698654720508"

app = SecureApp(kubernetes_version=KubernetesVersion.V1_36, trusted_registries=["registry.example.com"])
chart = SecureChart(app, "shop")
shop = SecureNamespace(chart, "shop")

cart = HardenedDeployment(shop, "cart", image=CART, port=7070, health=Health.grpc())
web = HardenedDeployment(shop, "web", image=WEB, port=8080, health=Health.http(live="/livez", ready="/readyz"))
web.connections.allow_to(cart)

app.synth()
