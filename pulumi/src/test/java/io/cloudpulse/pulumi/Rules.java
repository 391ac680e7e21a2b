package io.cloudpulse.pulumi;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold for any stack. Each gives what is wrong, a line each; {@link RulesTest} shows that
 * each finds what it is there for.
 */
final class Rules {
  private static final Set<String> BASIC_ROLES =
      Set.of("roles/owner", "roles/editor", "roles/viewer");
  private static final Set<String> ANYBODY = Set.of("allUsers", "allAuthenticatedUsers");

  private Rules() {}

  /** Each dataset has its table, in every column, key, partition and cluster as its shape says. */
  static List<String> tables(List<Seen> all, List<Dataset> datasets) {
    Map<String, Seen> tables =
        Seen.ofType(all, "Table")
            .collect(
                Collectors.toMap(
                    table -> table.text("datasetId") + "." + table.text("tableId"),
                    table -> table));
    List<String> wrong = new ArrayList<>();
    for (Dataset dataset : datasets) {
      Seen table = tables.get(dataset.stored().name());
      if (table == null) {
        wrong.add("dataset " + dataset.name() + " has no table " + dataset.stored().name());
      } else if (!isShapedAs(BigQueryShape.of(dataset), table)) {
        wrong.add("table " + table.name() + " is not as its shape says");
      }
    }
    return wrong;
  }

  private static boolean isShapedAs(BigQueryShape shape, Seen table) {
    JsonNode json = Json.read(shape.tableJson());
    JsonNode partitioning = json.path("timePartitioning");
    return Json.read(table.text("schema")).equals(json.at("/schema/fields"))
        && Objects.equals(table.input("tableConstraints.primaryKey.columns"), shape.keyColumns())
        && Objects.equals(table.input("clusterings"), Json.texts(json.at("/clustering/fields")))
        && Objects.equals(
            table.input("timePartitioning.field"), partitioning.path("field").textValue())
        && Objects.equals(
            table.input("timePartitioning.type"), partitioning.path("type").textValue());
  }

  /** Nobody outside reaches anything: no bucket, no database, no node, and no right for all. */
  static List<String> nothingPublic(List<Seen> all) {
    List<String> wrong = new ArrayList<>();
    for (Seen seen : all) {
      if (ANYBODY.contains(seen.text("member"))) {
        wrong.add(seen.name() + " is for " + seen.text("member"));
      }
      if (seen.isA("Bucket")) {
        must(seen, "publicAccessPrevention", "enforced", wrong);
        must(seen, "uniformBucketLevelAccess", true, wrong);
      }
      if (seen.isA("DatabaseInstance")) {
        must(seen, "settings.ipConfiguration.ipv4Enabled", false, wrong);
      }
      if (seen.isA("Cluster")) {
        must(seen, "privateClusterConfig.enablePrivateNodes", true, wrong);
      }
      if (seen.isA("FlexTemplateJob")) {
        must(seen, "ipConfiguration", "WORKER_IP_PRIVATE", wrong);
      }
      if (seen.isA("Firewall") && seen.text("sourceRanges").contains("0.0.0.0/0")) {
        wrong.add(seen.name() + " lets the world in");
      }
    }
    return wrong;
  }

  /**
   * No basic role, and no resource that says who alone may do something: that takes from others.
   */
  static List<String> leastRights(List<Seen> all) {
    List<String> wrong = new ArrayList<>();
    for (Seen seen : all) {
      String role = seen.text("role");
      if (BASIC_ROLES.contains(role) || role.matches("(?i).*admin")) {
        wrong.add(seen.name() + " gives " + role);
      }
      if (seen.type().matches(".*(?i)iam(binding|policy)")) {
        wrong.add(seen.name() + " takes rights from others");
      }
    }
    return wrong;
  }

  /** What holds data cannot be deleted by mistake. */
  static List<String> protectedFromDeletion(List<Seen> all) {
    List<String> wrong = new ArrayList<>();
    for (Seen seen : all) {
      switch (seen.type().replaceFirst(".*:", "")) {
        case "DatabaseInstance" -> {
          must(seen, "deletionProtection", true, wrong);
          must(seen, "settings.deletionProtectionEnabled", true, wrong);
        }
        case "Table", "Cluster" -> must(seen, "deletionProtection", true, wrong);
        case "Bucket" -> must(seen, "forceDestroy", false, wrong);
        case "Dataset" -> must(seen, "deleteContentsOnDestroy", false, wrong);
        default -> {}
      }
    }
    return wrong;
  }

  /** Every name of ours says whose it is. */
  static List<String> names(List<Seen> all, Names names) {
    List<String> wrong = new ArrayList<>();
    for (Seen seen : all) {
      for (String key : List.of("name", "accountId", "secretId", "repositoryId", "displayName")) {
        Object name = seen.input(key);
        boolean outside =
            Set.of("User", "Database", "NotificationChannel", "SecretIamMember").stream()
                .anyMatch(seen::isA);
        if (name != null && !outside && !isOurs(name.toString(), names)) {
          wrong.add(seen.type() + " " + seen.name() + " is called " + name);
        }
      }
    }
    return wrong;
  }

  private static boolean isOurs(String name, Names names) {
    return name.startsWith(names.of(""))
        || name.startsWith(names.bucket(""))
        || name.startsWith("Cloud Pulse " + names.stack());
  }

  private static void must(Seen seen, String input, Object value, List<String> wrong) {
    if (!value.equals(seen.input(input))) {
      wrong.add("%s has %s %s, not %s".formatted(seen.name(), input, seen.input(input), value));
    }
  }
}
