package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import java.util.List;
import java.util.Map;

/**
 * Who runs what, and what each may do. {@code BindingsTest} has the whole list.
 *
 * @param launcher starts jobs, from a machine or from CI
 * @param worker is what Dataflow's workers run as, and what a Flex Template's launcher does
 */
record Identities(Account launcher, Account worker) {

  static Identities in(Site site, Reached reached) {
    Account worker = account(site, "worker", "Runs as Dataflow's workers");
    Account launcher = account(site, "launcher", "Starts jobs on Dataflow");
    launch(grants(site, "launcher", launcher.email()), worker, reached);
    work(grants(site, "worker", worker.email()), reached);
    return new Identities(launcher, worker);
  }

  static Account account(Site site, String purpose, String does) {
    return new Account(
        purpose,
        AccountArgs.builder()
            .accountId(site.names().of(purpose))
            .displayName("Cloud Pulse " + site.settings().stack() + ": " + purpose)
            .description(does)
            .build(),
        site.options());
  }

  static Grants grants(Site site, String who, Output<String> email) {
    return new Grants(site, who, Output.format("serviceAccount:%s", email));
  }

  /** It makes tables ready, so it enters the database too. */
  private static void launch(Grants launcher, Account worker, Reached reached) {
    launcher.project("roles/dataflow.developer");
    launcher.account("worker", worker, "roles/iam.serviceAccountUser");
    launcher.bucket("temp", reached.storage().temp(), "roles/storage.objectUser");
    // Beam asks for the bucket itself before it stages into it.
    launcher.bucket("temp", reached.storage().temp(), "roles/storage.legacyBucketReader");
    launcher.bucket("data", reached.storage().data(), "roles/storage.objectViewer");
    // Who waits for a job counts what it refused.
    launcher.bucket("refused", reached.storage().refused(), "roles/storage.objectViewer");
    launcher.bucket("templates", reached.storage().templates(), "roles/storage.objectViewer");
    launcher.secret("database", reached.secrets().database(), "roles/secretmanager.secretAccessor");
  }

  private static void work(Grants worker, Reached reached) {
    List.of("roles/dataflow.worker", "roles/bigquery.jobUser").forEach(worker::project);
    worker.bucket("temp", reached.storage().temp(), "roles/storage.objectUser");
    worker.bucket("refused", reached.storage().refused(), "roles/storage.objectUser");
    worker.bucket("data", reached.storage().data(), "roles/storage.objectViewer");
    worker.bucket("templates", reached.storage().templates(), "roles/storage.objectViewer");
    worker.secret("database", reached.secrets().database(), "roles/secretmanager.secretAccessor");
    worker.repository("images", reached.registry().images(), "roles/artifactregistry.reader");
    for (String role : List.of("roles/pubsub.subscriber", "roles/pubsub.viewer")) {
      reached
          .messaging()
          .subscriptions()
          .forEach((dataset, from) -> worker.subscription(dataset, from, role));
    }
    for (Map.Entry<String, com.pulumi.gcp.bigquery.Dataset> family :
        reached.warehouse().families().entrySet()) {
      worker.dataset(family.getKey(), family.getValue(), "roles/bigquery.dataEditor");
    }
  }
}
