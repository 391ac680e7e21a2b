package io.cloudpulse.pulumi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph of resources that each stack asks for. */
class StackTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void keepsEveryRule(String stack) {
    List<Seen> all = Stacks.named(stack).seen();

    assertThat(Rules.tables(all, CloudPulse.datasets())).isEmpty();
    assertThat(Rules.nothingPublic(all)).isEmpty();
    assertThat(Rules.leastRights(all)).isEmpty();
    assertThat(Rules.names(all, new Names("my-project-" + stack, stack))).isEmpty();
  }

  @Test
  void letsNothingOfProdBeDeletedByMistake() {
    assertThat(Rules.protectedFromDeletion(Stacks.named("prod").seen())).isEmpty();
  }

  @Test
  void backsTheDatabaseUpToAnySecondOfTheLastDays() {
    Seen database = Stacks.named("prod").only("DatabaseInstance");

    assertThat(database.input("settings.backupConfiguration"))
        .isEqualTo(
            Map.of(
                "enabled",
                true,
                "pointInTimeRecoveryEnabled",
                true,
                "transactionLogRetentionDays",
                7.0,
                "startTime",
                "02:00",
                "backupRetentionSettings",
                Map.of("retainedBackups", 14.0)));
    assertThat(database.text("settings.availabilityType")).isEqualTo("REGIONAL");
    assertThat(database.text("settings.ipConfiguration.privateNetwork"))
        .isEqualTo("pulse-prod-network");
  }

  @Test
  void reachesGoogleWithoutPublicAddresses() {
    Seen subnetwork = Stacks.named("dev").only("Subnetwork");

    assertThat(subnetwork.input("privateIpGoogleAccess")).isEqualTo(true);
  }

  @Test
  void movesWhatNoSubscriberTookToATopicThatIsRead() {
    List<Seen> subscriptions =
        Seen.ofType(Stacks.named("dev").seen(), "Subscription").sorted(Seen.BY_NAME).toList();

    assertThat(subscriptions)
        .extracting(Seen::name)
        .containsExactly("activity.events", "undelivered");
    assertThat(subscriptions.get(0).input("deadLetterPolicy"))
        .isEqualTo(
            Map.of("deadLetterTopic", "pulse-dev-undelivered", "maxDeliveryAttempts", 100.0));
    assertThat(subscriptions.get(1).text("topic")).isEqualTo("pulse-dev-undelivered");
    assertThat(subscriptions).allMatch(seen -> seen.text("expirationPolicy.ttl").isEmpty());
  }

  @Test
  void keepsEachBucketAsLongAsItsPurposeAsks() {
    assertThat(Seen.ofType(Stacks.named("dev").seen(), "Bucket").sorted(Seen.BY_NAME))
        .extracting(Seen::name, StackTest::lifecycle)
        .containsExactly(
            tuple("data", "SetStorageClass 30, Delete old 30, AbortIncompleteMultipartUpload 1"),
            tuple("refused", "Delete 30, Delete old 30, AbortIncompleteMultipartUpload 1"),
            tuple("state", "AbortIncompleteMultipartUpload 1"),
            tuple("temp", "Delete 14, AbortIncompleteMultipartUpload 1"),
            tuple("templates", "Delete old 30, AbortIncompleteMultipartUpload 1"));
  }

  @SuppressWarnings("unchecked")
  private static String lifecycle(Seen bucket) {
    return ((List<Map<String, Map<String, Object>>>) bucket.input("lifecycleRules"))
        .stream().map(StackTest::rule).collect(joining(", "));
  }

  private static String rule(Map<String, Map<String, Object>> rule) {
    Map<String, Object> condition = rule.get("condition");
    String when =
        condition.containsKey("age")
            ? " " + number(condition.get("age"))
            : " old " + number(condition.get("daysSinceNoncurrentTime"));
    return rule.get("action").get("type") + when;
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  @Test
  void givesThePasswordToTheSecretAndTheDatabaseAloneAndTellsNobody() {
    Stacks.Run dev = Stacks.named("dev");

    assertThat(dev.told().toString()).doesNotContain(Stacks.PASSWORD);
    assertThat(dev.seen().stream().filter(seen -> seen.toString().contains(Stacks.PASSWORD)))
        .extracting(Seen::type)
        .containsExactlyInAnyOrder(
            "gcp:secretmanager/secretVersion:SecretVersion", "gcp:sql/user:User");
  }

  /** Pulumi encrypts in its state what is marked so, and nothing else. */
  @Test
  void marksThePasswordAsSecretThoughItWereGivenPlain() {
    AtomicReference<Secrets> made = new AtomicReference<>();

    TestResult result =
        PulumiTest.withMocks(new Recorder())
            .runTest(
                context ->
                    made.set(
                        Secrets.in(Site.of(Stacks.settings("dev")), Output.of(Stacks.PASSWORD))));

    assertThat(result.exitCode()).isZero();
    assertThat(Internal.of(made.get().password()).isSecret().join()).isTrue();
  }
}
