package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.secretmanager.Secret;
import com.pulumi.gcp.secretmanager.SecretArgs;
import com.pulumi.gcp.secretmanager.SecretVersion;
import com.pulumi.gcp.secretmanager.SecretVersionArgs;
import com.pulumi.gcp.secretmanager.inputs.SecretReplicationArgs;
import com.pulumi.gcp.secretmanager.inputs.SecretReplicationUserManagedArgs;
import com.pulumi.gcp.secretmanager.inputs.SecretReplicationUserManagedReplicaArgs;

/**
 * The database's password, in Secret Manager. Pulumi has it from the stack's configuration, where
 * it is encrypted, and so it is in the state.
 */
record Secrets(Secret database, Output<String> password, Output<String> passwordName) {

  static Secrets in(Site site, Output<String> password) {
    String id = site.names().of("database");
    Secret secret =
        new Secret(
            "database",
            SecretArgs.builder()
                .secretId(id)
                .replication(inRegion(site.settings().region()))
                .labels(site.names().labels())
                .build(),
            site.options());
    Output<String> hidden = password.asSecret();
    var unused =
        new SecretVersion(
            "database",
            SecretVersionArgs.builder().secret(secret.id()).secretData(hidden).build(),
            site.options());
    return new Secrets(secret, hidden, name(site, secret));
  }

  private static Output<String> name(Site site, Secret secret) {
    return Output.format(
        "secret://gcp/projects/%s/secrets/%s", site.settings().project(), secret.secretId());
  }

  private static SecretReplicationArgs inRegion(String region) {
    return SecretReplicationArgs.builder()
        .userManaged(
            SecretReplicationUserManagedArgs.builder()
                .replicas(
                    SecretReplicationUserManagedReplicaArgs.builder().location(region).build())
                .build())
        .build();
  }
}
