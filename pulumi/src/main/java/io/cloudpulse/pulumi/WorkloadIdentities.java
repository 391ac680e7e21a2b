package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.serviceaccount.Account;
import java.util.List;
import java.util.Map;

/**
 * What jobs on Kubernetes are to Google: each service account of {@code runners-config/kubernetes}
 * acts as one of ours.
 *
 * @param accounts Google's account by Kubernetes' own, for {@code iam.gke.io/gcp-service-account}
 */
record WorkloadIdentities(Map<String, Output<String>> accounts) {
  static final String SPARK = "pulse-spark";
  static final String SPARK_EXECUTOR = "pulse-spark-executor";
  static final String FLINK = "pulse-flink";
  private static final String ACT_AS = "roles/iam.workloadIdentityUser";

  static WorkloadIdentities in(Site site, String namespace, Cluster cluster, Reached reached) {
    Account spark = account(site, "spark", reached);
    Account flink = account(site, "flink", reached);
    Identities.grants(site, "flink", flink.email())
        .bucket("state", reached.storage().state(), "roles/storage.objectUser");
    for (String name : List.of(SPARK, SPARK_EXECUTOR)) {
      grants(site, cluster, namespace, name).account("spark", spark, ACT_AS);
    }
    grants(site, cluster, namespace, FLINK).account("flink", flink, ACT_AS);
    return new WorkloadIdentities(
        Map.of(SPARK, spark.email(), SPARK_EXECUTOR, spark.email(), FLINK, flink.email()));
  }

  private static Account account(Site site, String who, Reached reached) {
    Account account = Identities.account(site, who, "Runs as the jobs of " + who);
    Grants grants = Identities.grants(site, who, account.email());
    grants.bucket("data", reached.storage().data(), "roles/storage.objectViewer");
    grants.bucket("refused", reached.storage().refused(), "roles/storage.objectUser");
    grants.secret("database", reached.secrets().database(), "roles/secretmanager.secretAccessor");
    return account;
  }

  /** The pool that the member is of comes with the project's first cluster. */
  private static Grants grants(Site site, Cluster cluster, String namespace, String name) {
    String member =
        "serviceAccount:%s.svc.id.goog[%s/%s]"
            .formatted(site.settings().project(), namespace, name);
    return new Grants(site, name, cluster.id().applyValue(ready -> member));
  }
}
