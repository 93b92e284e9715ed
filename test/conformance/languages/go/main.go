// Does what the library refuses, recovers from every refusal but the last, and says what it was told.
package main

import (
	"fmt"

	"github.com/aws/jsii-runtime-go"
	hardened "github.com/cdk8s-hardened/cdk8s-hardened-go/cdk8shardened"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

const cartImage = "registry.example.com/shop/cart:1.4.2"

func main() {
	defer jsii.Close()

	app := hardened.NewSecureApp(&hardened.SecureAppProps{
		KubernetesVersion: hardened.KubernetesVersion_V1_36(),
		TrustedRegistries: jsii.Strings("registry.example.com"),
	})
	chart := hardened.NewSecureChart(app, jsii.String("shop"), nil)
	shop := hardened.NewSecureNamespace(chart, jsii.String("shop"), nil)
	deployment := func(id, image string, port float64, health hardened.Health) hardened.HardenedDeployment {
		return hardened.NewHardenedDeployment(shop, jsii.String(id), &hardened.HardenedDeploymentProps{
			Image:  jsii.String(image),
			Port:   jsii.Number(port),
			Health: health,
		})
	}
	health := hardened.Health_Grpc(nil)
	cart := deployment("cart", cartImage, 7070, health)

	refused("a registry that is not trusted", func() { deployment("a", "docker.io/library/nginx:1.27", 8080, health) })
	refused("a tag that can move", func() { deployment("b", "registry.example.com/shop/web:latest", 8080, health) })
	refused("a port that is none", func() { deployment("c", cartImage, 70700, health) })
	refused("no health", func() { deployment("d", cartImage, 8080, nil) })
	refused("a path that is none", func() {
		hardened.Health_Http(&hardened.HttpHealthProps{Live: jsii.String("livez"), Ready: jsii.String("/readyz")})
	})
	refused("a flow to a closed port", func() {
		web := deployment("web", cartImage, 8080, health)
		web.Connections().AllowTo(cart, &hardened.FlowProps{Port: jsii.Number(9999)})
	})
	refused("two objects with one name", func() {
		cdk8s.NewApiObject(chart, jsii.String("theirs"), &cdk8s.ApiObjectProps{
			ApiVersion: jsii.String("v1"),
			Kind:       jsii.String("Service"),
			Metadata:   &cdk8s.ApiObjectMetadata{Name: jsii.String("cart"), Namespace: jsii.String("shop")},
		})
		app.Synth()
	})

	deployment("last", cartImage, 0, health)
}

func refused(what string, attempt func()) {
	defer func() {
		if refusal := recover(); refusal != nil {
			fmt.Printf("%s: %v\n", what, refusal)
		}
	}()
	attempt()
}
