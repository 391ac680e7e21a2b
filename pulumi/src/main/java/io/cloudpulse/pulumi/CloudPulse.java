package io.cloudpulse.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import java.util.List;
import java.util.stream.Stream;

/** The stack: everything of Cloud Pulse that must exist in a project of Google Cloud. */
public final class CloudPulse {
  private static final String GOOGLE = "gcp:";

  private CloudPulse() {}

  public static void main(String[] args) {
    Pulumi.run(CloudPulse::fromConfiguration);
  }

  private static void fromConfiguration(Context context) {
    Configuration configuration =
        new Configuration(
            key ->
                key.startsWith(GOOGLE)
                    ? context.config("gcp").get(key.substring(GOOGLE.length()))
                    : context.config().get(key));
    Settings settings = SettingsReader.read(context.stackName(), configuration);
    Output<String> password = context.config().requireSecret("databasePassword");
    build(settings, password, datasets()).export(context);
  }

  /** Those that are shipped, and those that are computed of them. */
  static List<Dataset> datasets() {
    return Stream.concat(Datasets.shipped().stream().map(Datasets::named), Aggregated.all())
        .toList();
  }

  static Outputs build(Settings settings, Output<String> password, List<Dataset> datasets) {
    Site site = Site.of(settings);
    Network network = Network.in(site);
    Reached reached =
        new Reached(
            Storage.in(site),
            Messaging.in(site),
            Warehouse.in(site, datasets),
            Relational.in(site, network, Secrets.in(site, password)),
            Registry.in(site));
    Identities identities = Identities.in(site, reached);
    Outputs outputs = Outputs.of(site, network, identities, reached);
    settings
        .kubernetes()
        .map(wanted -> Kubernetes.in(site, wanted, network, reached))
        .ifPresent(outputs::tellKubernetes);
    Jobs.in(site, reached.storage(), outputs);
    Observability.in(site);
    return outputs;
  }
}
