package com.example;

import java.util.List;
import org.cdk8s.hardened.HardenedDeployment;
import org.cdk8s.hardened.Health;
import org.cdk8s.hardened.HttpHealthProps;
import org.cdk8s.hardened.KubernetesVersion;
import org.cdk8s.hardened.SecureApp;
import org.cdk8s.hardened.SecureChart;
import org.cdk8s.hardened.SecureNamespace;

public class Main {
    private static final String CART = "registry.example.com/shop/cart:1.4.2@sha256:f48e9dc98495a282f0fe693110e8f2259216d8c6da56018353cdad0e7dc06ce1";
    private static final String WEB = "registry.example.com/shop/web:2.0.1@sha256:c20c9617908fd6069da07363fccd0f2ce28b2c7258dfb98a2771698654720508";

    public static void main(String[] args) {
        SecureApp app = SecureApp.Builder.create()
                .kubernetesVersion(KubernetesVersion.V1_36)
                .trustedRegistries(List.of("registry.example.com"))
                .build();
        SecureChart chart = new SecureChart(app, "shop");
        SecureNamespace shop = new SecureNamespace(chart, "shop");

        HardenedDeployment cart = HardenedDeployment.Builder.create(shop, "cart")
                .image(CART)
                .port(7070)
                .health(Health.grpc())
                .build();
        HardenedDeployment web = HardenedDeployment.Builder.create(shop, "web")
                .image(WEB)
                .port(8080)
                .health(Health.http(HttpHealthProps.builder().live("/livez").ready("/readyz").build()))
                .build();
        web.getConnections().allowTo(cart);

        app.synth();
    }
}
