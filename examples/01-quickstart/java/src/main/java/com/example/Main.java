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
    private static final String CART = "registry.example.com/shop/cart:1.4.2";
    private static final String WEB = "registry.example.com/shop/web:2.0.1";

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
