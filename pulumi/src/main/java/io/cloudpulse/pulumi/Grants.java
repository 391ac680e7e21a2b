package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.artifactregistry.Repository;
import com.pulumi.gcp.artifactregistry.RepositoryIamMember;
import com.pulumi.gcp.artifactregistry.RepositoryIamMemberArgs;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.bigquery.DatasetIamMember;
import com.pulumi.gcp.bigquery.DatasetIamMemberArgs;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.gcp.pubsub.Subscription;
import com.pulumi.gcp.pubsub.SubscriptionIAMMember;
import com.pulumi.gcp.pubsub.SubscriptionIAMMemberArgs;
import com.pulumi.gcp.pubsub.Topic;
import com.pulumi.gcp.pubsub.TopicIAMMember;
import com.pulumi.gcp.pubsub.TopicIAMMemberArgs;
import com.pulumi.gcp.secretmanager.Secret;
import com.pulumi.gcp.secretmanager.SecretIamMember;
import com.pulumi.gcp.secretmanager.SecretIamMemberArgs;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketIAMMember;
import com.pulumi.gcp.storage.BucketIAMMemberArgs;

/**
 * What one member may do. Each grant adds a member to a role of one thing, and takes nothing from
 * others; there is no way here to give a basic role.
 *
 * @param who short, for the grants' names
 */
record Grants(Site site, String who, Output<String> member) {

  /** On the whole project: for roles that Google has on no smaller thing. */
  void project(String role) {
    var unused =
        new IAMMember(
            name("project", role),
            IAMMemberArgs.builder()
                .project(site.settings().project())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  void bucket(String purpose, Bucket bucket, String role) {
    var unused =
        new BucketIAMMember(
            name(purpose, role),
            BucketIAMMemberArgs.builder().bucket(bucket.name()).role(role).member(member).build(),
            site.options());
  }

  void topic(String purpose, Topic topic, String role) {
    var unused =
        new TopicIAMMember(
            name(purpose, role),
            TopicIAMMemberArgs.builder().topic(topic.name()).role(role).member(member).build(),
            site.options());
  }

  void subscription(String purpose, Subscription subscription, String role) {
    var unused =
        new SubscriptionIAMMember(
            name(purpose, role),
            SubscriptionIAMMemberArgs.builder()
                .subscription(subscription.name())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  void dataset(String family, Dataset dataset, String role) {
    var unused =
        new DatasetIamMember(
            name(family, role),
            DatasetIamMemberArgs.builder()
                .datasetId(dataset.datasetId())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  void secret(String purpose, Secret secret, String role) {
    var unused =
        new SecretIamMember(
            name(purpose, role),
            SecretIamMemberArgs.builder()
                .secretId(secret.secretId())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  void repository(String purpose, Repository repository, String role) {
    var unused =
        new RepositoryIamMember(
            name(purpose, role),
            RepositoryIamMemberArgs.builder()
                .location(site.settings().region())
                .repository(repository.repositoryId())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  void account(String purpose, Account account, String role) {
    var unused =
        new com.pulumi.gcp.serviceaccount.IAMMember(
            name(purpose, role),
            com.pulumi.gcp.serviceaccount.IAMMemberArgs.builder()
                .serviceAccountId(account.name())
                .role(role)
                .member(member)
                .build(),
            site.options());
  }

  /** Such as {@code worker-temp-storage.objectUser}. */
  private String name(String on, String role) {
    return who + "-" + on + "-" + role.replace("roles/", "");
  }
}
