package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule finds what it is there for: a check that cannot fail is worth nothing. */
class RulesTest {
  private final List<Seen> prod = Stacks.named("prod").seen();

  @Test
  void missesATable() {
    List<Seen> fewer =
        prod.stream().filter(seen -> !seen.name().equals("northwind.orders")).toList();

    assertThat(Rules.tables(fewer, CloudPulse.datasets()))
        .containsExactly("dataset northwind.orders has no table northwind.orders");
  }

  /** The program itself, made with one dataset fewer. */
  @Test
  void missesTheTableOfADatasetThatTheProgramLeavesOut() {
    List<Seen> fewer =
        Stacks.run(
                Stacks.settings("dev"),
                CloudPulse.datasets().stream()
                    .filter(dataset -> !dataset.name().equals("activity.user_days"))
                    .toList())
            .seen();

    assertThat(Rules.tables(fewer, CloudPulse.datasets()))
        .containsExactly("dataset activity.user_days has no table activity.user_days");
  }

  @Test
  void seesATableOfAnotherShape() {
    for (Map.Entry<String, Object> change :
        Map.<String, Object>of(
                "schema", "[]",
                "clusterings", List.of("employee_id"),
                "tableConstraints", Map.of(),
                "timePartitioning", Map.of("type", "DAY", "field", "order_date"))
            .entrySet()) {
      List<Seen> changed = changed("northwind.orders", change.getKey(), change.getValue());

      assertThat(Rules.tables(changed, CloudPulse.datasets()))
          .as(change.getKey())
          .containsExactly("table northwind.orders is not as its shape says");
    }
  }

  @Test
  void seesABucketThatIsPublic() {
    assertThat(Rules.nothingPublic(changed("data", "publicAccessPrevention", "inherited")))
        .containsExactly("data has publicAccessPrevention inherited, not enforced");
    assertThat(Rules.nothingPublic(changed("data", "uniformBucketLevelAccess", false)))
        .containsExactly("data has uniformBucketLevelAccess false, not true");
  }

  @Test
  void seesARightForAll() {
    for (String anybody : List.of("allUsers", "allAuthenticatedUsers")) {
      String grant = "worker-data-storage.objectViewer";

      assertThat(Rules.nothingPublic(changed(grant, "member", anybody)))
          .containsExactly(grant + " is for " + anybody);
    }
  }

  @Test
  void seesADatabaseAndNodesWithPublicAddresses() {
    Map<String, Object> open = Map.of("ipConfiguration", Map.of("ipv4Enabled", true));

    assertThat(Rules.nothingPublic(changed("database", "settings", open)))
        .containsExactly("database has settings.ipConfiguration.ipv4Enabled true, not false");
    assertThat(
            Rules.nothingPublic(
                changed("cluster", "privateClusterConfig", Map.of("enablePrivateNodes", false))))
        .containsExactly("cluster has privateClusterConfig.enablePrivateNodes false, not true");
  }

  @Test
  void seesAFirewallThatLetsTheWorldIn() {
    assertThat(Rules.nothingPublic(changed("webhooks", "sourceRanges", List.of("0.0.0.0/0"))))
        .containsExactly("webhooks lets the world in");
  }

  @Test
  void seesBasicRolesAndAdmins() {
    String grant = "worker-project-dataflow.worker";
    for (String role :
        List.of("roles/owner", "roles/editor", "roles/viewer", "roles/storage.objectAdmin")) {
      assertThat(Rules.leastRights(changed(grant, "role", role)))
          .containsExactly(grant + " gives " + role);
    }
  }

  @Test
  void seesWhatTakesRightsFromOthers() {
    Seen binding = new Seen("gcp:projects/iAMBinding:IAMBinding", "all", Map.of());

    assertThat(Rules.leastRights(List.of(binding))).containsExactly("all takes rights from others");
  }

  @Test
  void seesWhatCouldBeDeleted() {
    assertThat(
            Rules.protectedFromDeletion(changed("northwind.orders", "deletionProtection", false)))
        .containsExactly("northwind.orders has deletionProtection false, not true");
    assertThat(Rules.protectedFromDeletion(changed("data", "forceDestroy", true)))
        .containsExactly("data has forceDestroy true, not false");
    assertThat(Rules.protectedFromDeletion(Stacks.named("dev").seen()))
        .contains("database has deletionProtection false, not true");
  }

  @Test
  void seesANameThatIsNotOurs() {
    assertThat(Rules.names(changed("temp", "name", "temp"), new Names("my-project-prod", "prod")))
        .containsExactly("gcp:storage/bucket:Bucket temp is called temp");
  }

  /** What prod asks for, with another value of one input wherever the resource has that. */
  private List<Seen> changed(String name, String input, Object value) {
    UnaryOperator<Seen> change =
        seen ->
            seen.name().equals(name) && seen.inputs().containsKey(input)
                ? seen.with(input, value)
                : seen;
    return Stream.of(prod).flatMap(List::stream).map(change).toList();
  }
}
