package io.cloudpulse.pulumi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack may choose. {@link SettingsReader} reads it from {@code Pulumi.<stack>.yaml}.
 *
 * @param stack such as dev or prod; part of every name
 * @param protect whether what holds data refuses to be deleted
 * @param streams names of the datasets that come by Pub/Sub
 * @param jobs what the stack itself keeps running; its template must be there
 * @param alertEmails who is told when something is wrong
 * @param deadLetterDays how long refused records are kept
 */
record Settings(
    String project,
    String region,
    String stack,
    boolean protect,
    Database database,
    Workers workers,
    List<String> streams,
    List<Job> jobs,
    Optional<Kubernetes> kubernetes,
    List<String> alertEmails,
    int deadLetterDays) {

  /**
   * How big the database is.
   *
   * @param tier Cloud SQL's name of a machine, such as db-custom-2-8192
   * @param highlyAvailable whether a second zone takes over when the first one fails
   */
  record Database(String tier, int diskGb, boolean highlyAvailable) {}

  /** What Dataflow's workers are, and how many there may be. */
  record Workers(String machineType, int most) {}

  /**
   * A stream on Dataflow.
   *
   * @param parameters flags of {@code pulse run} without their dashes
   */
  record Job(String name, Map<String, String> parameters) {}

  /**
   * A cluster.
   *
   * @param namespace of the overlay that is applied to it
   * @param admins from where its control plane may be asked, such as 203.0.113.0/24
   */
  record Kubernetes(String namespace, List<String> admins) {}
}
