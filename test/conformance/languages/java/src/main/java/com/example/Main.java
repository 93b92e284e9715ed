package com.example;

import java.util.List;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.hardened.FlowProps;
import org.cdk8s.hardened.HardenedDeployment;
import org.cdk8s.hardened.Health;
import org.cdk8s.hardened.HttpHealthProps;
import org.cdk8s.hardened.KubernetesVersion;
import org.cdk8s.hardened.SecureApp;
import org.cdk8s.hardened.SecureChart;
import org.cdk8s.hardened.SecureNamespace;

/** Does what the library refuses, catches every refusal but the last, and says what it was told. */
public class Main {
    private static final String CART = "registry.example.com/shop/cart:1.4.2";

    private final SecureApp app = SecureApp.Builder.create()
            .kubernetesVersion(KubernetesVersion.V1_36)
            .trustedRegistries(List.of("registry.example.com"))
            .build();
    private final SecureChart chart = new SecureChart(app, "shop");
    private final SecureNamespace shop = new SecureNamespace(chart, "shop");
    private final Health health = Health.grpc();
    private final HardenedDeployment cart = deployment("cart", CART, 7070, health);

    public static void main(String[] args) {
        new Main().run();
    }

    private void run() {
        refused("a registry that is not trusted", () -> deployment("a", "docker.io/library/nginx:1.27", 8080, health));
        refused("a tag that can move", () -> deployment("b", "registry.example.com/shop/web:latest", 8080, health));
        refused("a port that is none", () -> deployment("c", CART, 70700, health));
        refused("no health", () -> deployment("d", CART, 8080, null));
        refused("a path that is none", () -> Health.http(HttpHealthProps.builder().live("livez").ready("/readyz").build()));
        refused("a flow to a closed port", () -> deployment("web", CART, 8080, health)
                .getConnections().allowTo(cart, FlowProps.builder().port(9999).build()));
        refused("two objects with one name", () -> {
            ApiObject.Builder.create(chart, "theirs")
                    .apiVersion("v1")
                    .kind("Service")
                    .metadata(ApiObjectMetadata.builder().name("cart").namespace("shop").build())
                    .build();
            app.synth();
        });

        deployment("last", CART, 0, health);
    }

    private HardenedDeployment deployment(String id, String image, int port, Health health) {
        return HardenedDeployment.Builder.create(shop, id).image(image).port(port).health(health).build();
    }

    private static void refused(String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
}
