package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.compute.FirewallArgs;
import com.pulumi.gcp.compute.Router;
import com.pulumi.gcp.compute.RouterArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.RouterNatArgs;
import com.pulumi.gcp.compute.inputs.FirewallAllowArgs;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.ClusterArgs;
import com.pulumi.gcp.container.inputs.ClusterClusterAutoscalingArgs;
import com.pulumi.gcp.container.inputs.ClusterClusterAutoscalingAutoProvisioningDefaultsArgs;
import com.pulumi.gcp.container.inputs.ClusterIpAllocationPolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigCidrBlockArgs;
import com.pulumi.gcp.container.inputs.ClusterPrivateClusterConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterReleaseChannelArgs;
import com.pulumi.gcp.serviceaccount.Account;
import java.util.List;

/**
 * A GKE Autopilot cluster and what the operators of Spark and Flink need of Google: images from
 * outside (NAT), webhooks that the control plane can call, and identities for the service accounts
 * of {@code runners-config/kubernetes}, which makes those itself.
 */
record Kubernetes(Cluster cluster, WorkloadIdentities identities) {
  private static final String CONTROL_PLANE = "172.16.0.0/28";

  static Kubernetes in(Site site, Settings.Kubernetes settings, Network network, Reached reached) {
    letOut(site, network);
    letWebhooksBeCalled(site, network);
    Account nodes = Identities.account(site, "nodes", "Runs as the nodes of the cluster");
    Grants grants = Identities.grants(site, "nodes", nodes.email());
    grants.project("roles/container.defaultNodeServiceAccount");
    grants.repository("images", reached.registry().images(), "roles/artifactregistry.reader");
    Cluster cluster = cluster(site, settings, network, nodes);
    return new Kubernetes(
        cluster, WorkloadIdentities.in(site, settings.namespace(), cluster, reached));
  }

  private static Cluster cluster(
      Site site, Settings.Kubernetes settings, Network network, Account nodes) {
    return new Cluster(
        "cluster",
        ClusterArgs.builder()
            .name(site.names().of("cluster"))
            .location(site.settings().region())
            .enableAutopilot(true)
            .network(network.vpc().id())
            .subnetwork(network.subnetwork().id())
            .ipAllocationPolicy(
                ClusterIpAllocationPolicyArgs.builder()
                    .clusterSecondaryRangeName(Network.PODS)
                    .servicesSecondaryRangeName(Network.SERVICES)
                    .build())
            .privateClusterConfig(
                ClusterPrivateClusterConfigArgs.builder()
                    .enablePrivateNodes(true)
                    .masterIpv4CidrBlock(CONTROL_PLANE)
                    .build())
            .masterAuthorizedNetworksConfig(admins(settings.admins()))
            .clusterAutoscaling(runningAs(nodes.email()))
            .releaseChannel(ClusterReleaseChannelArgs.builder().channel("REGULAR").build())
            .deletionProtection(site.settings().protect())
            .resourceLabels(site.names().labels())
            .build(),
        site.options());
  }

  private static ClusterClusterAutoscalingArgs runningAs(Output<String> account) {
    return ClusterClusterAutoscalingArgs.builder()
        .autoProvisioningDefaults(
            ClusterClusterAutoscalingAutoProvisioningDefaultsArgs.builder()
                .serviceAccount(account)
                .oauthScopes("https://www.googleapis.com/auth/cloud-platform")
                .build())
        .build();
  }

  /** From where the control plane may be asked; from nowhere, if nobody is named. */
  private static ClusterMasterAuthorizedNetworksConfigArgs admins(List<String> ranges) {
    return ClusterMasterAuthorizedNetworksConfigArgs.builder()
        .cidrBlocks(
            ranges.stream()
                .map(
                    range ->
                        ClusterMasterAuthorizedNetworksConfigCidrBlockArgs.builder()
                            .cidrBlock(range)
                            .build())
                .toList())
        .build();
  }

  private static void letOut(Site site, Network network) {
    Router router =
        new Router(
            "way-out",
            RouterArgs.builder()
                .name(site.names().of("way-out"))
                .network(network.vpc().id())
                .region(site.settings().region())
                .build(),
            site.options());
    var unused =
        new RouterNat(
            "way-out",
            RouterNatArgs.builder()
                .name(site.names().of("way-out"))
                .router(router.name())
                .region(site.settings().region())
                .natIpAllocateOption("AUTO_ONLY")
                .sourceSubnetworkIpRangesToNat("ALL_SUBNETWORKS_ALL_IP_RANGES")
                .build(),
            site.options());
  }

  private static void letWebhooksBeCalled(Site site, Network network) {
    var unused =
        new Firewall(
            "webhooks",
            FirewallArgs.builder()
                .name(site.names().of("webhooks"))
                .network(network.vpc().id())
                .sourceRanges(CONTROL_PLANE)
                .allows(FirewallAllowArgs.builder().protocol("tcp").ports("9443").build())
                .build(),
            site.options());
  }
}
