package main

import (
	"github.com/aws/jsii-runtime-go"
	hardened "github.com/cdk8s-hardened/cdk8s-hardened-go/cdk8shardened"
)

const (
	cartImage = "registry.example.com/shop/cart:1.4.2@sha256:f48e9dc98495a282f0fe693110e8f2259216d8c6da56018353cdad0e7dc06ce1"
	webImage  = "registry.example.com/shop/web:2.0.1@sha256:c20c9617908fd6069da07363fccd0f2ce28b2c7258dfb98a2771698654720508"
)

func main() {
	defer jsii.Close()

	app := hardened.NewSecureApp(&hardened.SecureAppProps{
		KubernetesVersion: hardened.KubernetesVersion_V1_36(),
		TrustedRegistries: jsii.Strings("registry.example.com"),
	})
	chart := hardened.NewSecureChart(app, jsii.String("shop"), nil)
	shop := hardened.NewSecureNamespace(chart, jsii.String("shop"), nil)

	cart := hardened.NewHardenedDeployment(shop, jsii.String("cart"), &hardened.HardenedDeploymentProps{
		Image:  jsii.String(cartImage),
		Port:   jsii.Number(7070),
		Health: hardened.Health_Grpc(nil),
	})
	web := hardened.NewHardenedDeployment(shop, jsii.String("web"), &hardened.HardenedDeploymentProps{
		Image: jsii.String(webImage),
		Port:  jsii.Number(8080),
		Health: hardened.Health_Http(&hardened.HttpHealthProps{
			Live:  jsii.String("/livez"),
			Ready: jsii.String("/readyz"),
		}),
	})
	web.Connections().AllowTo(cart, nil)

	app.Synth()
}
