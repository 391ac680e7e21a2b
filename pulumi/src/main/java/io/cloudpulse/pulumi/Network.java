package io.cloudpulse.pulumi;

import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.compute.FirewallArgs;
import com.pulumi.gcp.compute.GlobalAddress;
import com.pulumi.gcp.compute.GlobalAddressArgs;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.FirewallAllowArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkSecondaryIpRangeArgs;
import com.pulumi.gcp.servicenetworking.Connection;
import com.pulumi.gcp.servicenetworking.ConnectionArgs;
import java.util.List;

/**
 * One network, one subnetwork: machines without public addresses reach Google's APIs (Private
 * Google Access), the database (a peering), and one another where they must.
 */
record Network(com.pulumi.gcp.compute.Network vpc, Subnetwork subnetwork, Connection peering) {
  static final String PODS = "pods";
  static final String SERVICES = "services";

  /** Dataflow puts this tag on its workers; between them go shuffles. */
  private static final String WORKERS = "dataflow";

  static Network in(Site site) {
    com.pulumi.gcp.compute.Network vpc =
        new com.pulumi.gcp.compute.Network(
            "network",
            NetworkArgs.builder()
                .name(site.names().of("network"))
                .autoCreateSubnetworks(false)
                .build(),
            site.options());
    letWorkersTalk(site, vpc);
    return new Network(vpc, subnetwork(site, vpc), peering(site, vpc));
  }

  private static Subnetwork subnetwork(Site site, com.pulumi.gcp.compute.Network vpc) {
    return new Subnetwork(
        "subnetwork",
        SubnetworkArgs.builder()
            .name(site.names().of("subnetwork"))
            .network(vpc.id())
            .region(site.settings().region())
            .ipCidrRange("10.10.0.0/20")
            .privateIpGoogleAccess(true)
            .secondaryIpRanges(range(PODS, "10.20.0.0/16"), range(SERVICES, "10.30.0.0/20"))
            .build(),
        site.options());
  }

  private static SubnetworkSecondaryIpRangeArgs range(String name, String addresses) {
    return SubnetworkSecondaryIpRangeArgs.builder().rangeName(name).ipCidrRange(addresses).build();
  }

  private static void letWorkersTalk(Site site, com.pulumi.gcp.compute.Network vpc) {
    var unused =
        new Firewall(
            "workers",
            FirewallArgs.builder()
                .name(site.names().of("workers"))
                .network(vpc.id())
                .sourceTags(WORKERS)
                .targetTags(WORKERS)
                .allows(FirewallAllowArgs.builder().protocol("tcp").ports("12345-12346").build())
                .build(),
            site.options());
  }

  /** Cloud SQL runs in a network of Google's, which is joined to ours. */
  private static Connection peering(Site site, com.pulumi.gcp.compute.Network vpc) {
    GlobalAddress range =
        new GlobalAddress(
            "google-services",
            GlobalAddressArgs.builder()
                .name(site.names().of("google-services"))
                .network(vpc.id())
                .purpose("VPC_PEERING")
                .addressType("INTERNAL")
                .prefixLength(20)
                .build(),
            site.options());
    return new Connection(
        "google-services",
        ConnectionArgs.builder()
            .network(vpc.id())
            .service("servicenetworking.googleapis.com")
            .reservedPeeringRanges(range.name().applyValue(List::of))
            .build(),
        site.options());
  }
}
