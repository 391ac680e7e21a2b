package io.cloudpulse.pulumi;

import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plays Google Cloud: notes what is asked for, and answers what only Google knows. */
final class Recorder implements Mocks {
  private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    Map<String, Object> state = new HashMap<>(args.inputs);
    if (args.type.startsWith("gcp:")) {
      seen.add(new Seen(args.type, args.name, Map.copyOf(args.inputs)));
      state.putAll(known(args));
    }
    String id = String.valueOf(args.inputs.getOrDefault("name", args.name));
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
  }

  private static Map<String, Object> known(ResourceArgs args) {
    String account = args.inputs.get("accountId") + "@my-project.iam.gserviceaccount.com";
    return switch (args.type.replaceFirst(".*:", "")) {
      case "DatabaseInstance" -> Map.of("privateIpAddress", "10.77.0.3");
      case "Account" ->
          Map.of("email", account, "name", "projects/my-project/serviceAccounts/" + account);
      case "ServiceIdentity" ->
          Map.of("email", "service-123456789@gcp-sa-pubsub.iam.gserviceaccount.com");
      case "NotificationChannel" -> Map.of("name", "channels/" + args.name);
      default -> Map.of();
    };
  }
}
