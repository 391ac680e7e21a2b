package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.GainedFields;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/** Makes an index ready before a job starts, or says why it cannot be. */
final class IndexPreparation {
  /** Somebody waits at the terminal: what cannot be asked at once is told at once. */
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Dataset dataset;
  private final IndexNames names;
  private final ElasticsearchAddress cluster;

  private IndexPreparation(Dataset dataset, ElasticsearchAddress cluster) {
    this.dataset = dataset;
    this.names = IndexNames.of(dataset);
    this.cluster = cluster;
  }

  static IndexPreparation of(Dataset dataset, ElasticsearchAddress cluster) {
    return new IndexPreparation(dataset, cluster);
  }

  /** What {@link #prepare} would find; nothing is written. Never throws. */
  TargetState inspect(SchemaPolicy policy) {
    try (ElasticsearchSession session = session()) {
      Optional<Found> found = find(session);
      return found.isEmpty() ? TargetState.missing() : state(found.get(), policy);
    } catch (IOException | RuntimeException unreachable) {
      // No client's exception holds a secret, and a secret that is not there names itself.
      return TargetState.unreachable(unreachable.getMessage());
    }
  }

  /**
   * Creates the index, or checks the one that is there; and the alias it is written through.
   *
   * @param policy what is done about fields that it lacks
   * @throws UnfitTarget if it cannot take the dataset's records; then nothing was changed
   * @throws IllegalStateException if the cluster cannot be asked
   */
  void prepare(SchemaPolicy policy) {
    try (ElasticsearchSession session = session()) {
      if (find(session).isEmpty()) {
        create(session);
      }
      Found found = find(session).orElseThrow();
      TargetState state = state(found, policy);
      if (state.kind() == TargetState.Kind.UNFIT) {
        throw new UnfitTarget("index " + names.index() + " at " + cluster.place(), state.details());
      }
      if (state.kind() == TargetState.Kind.GROWS) {
        add(session, found);
      }
      Response unused =
          session.send(new Request("PUT", "/" + found.index() + "/_alias/" + names.alias()));
    } catch (IOException failure) {
      throw new IllegalStateException(
          "Elasticsearch at %s cannot be prepared: %s"
              .formatted(cluster.place(), failure.getMessage()),
          failure);
    }
  }

  private ElasticsearchSession session() {
    return new ElasticsearchSession(cluster, A_SECOND);
  }

  private void create(ElasticsearchSession session) throws IOException {
    Request request = new Request("PUT", "/" + names.index());
    request.setJsonEntity(names.createJson());
    try {
      Response unused = session.send(request);
    } catch (ElasticsearchFailure failure) {
      // Another launch may have been quicker; what it made is checked as any other.
      if (!failure.getMessage().contains("resource_already_exists_exception")) {
        throw failure;
      }
    }
  }

  /** What is there under the index's name. */
  private record Found(String index, int count, JsonNode mappings) {}

  private Optional<Found> find(ElasticsearchSession session) throws IOException {
    JsonNode answer;
    try {
      answer = Answers.tree(session.send(new Request("GET", "/" + names.index() + "/_mapping")));
    } catch (ElasticsearchFailure failure) {
      if (failure.status() == 404) {
        return Optional.empty();
      }
      throw failure;
    }
    Map.Entry<String, JsonNode> first = answer.fields().next();
    return Optional.of(new Found(first.getKey(), answer.size(), first.getValue().path("mappings")));
  }

  /** To add what was added meanwhile changes nothing. */
  private void add(ElasticsearchSession session, Found found) throws IOException {
    Request request = new Request("PUT", "/" + found.index() + "/_mapping");
    request.setJsonEntity(names.addJson(gained(found)));
    Response unused = session.send(request);
  }

  private List<String> gained(Found found) {
    List<String> there = new ArrayList<>();
    found.mappings().path("properties").fieldNames().forEachRemaining(there::add);
    return GainedFields.of(dataset, there);
  }

  /** Which fields of the dataset the index has none for. */
  static List<String> gained(Dataset dataset, ElasticsearchSession session) throws IOException {
    IndexPreparation index = new IndexPreparation(dataset, null);
    return index.find(session).map(index::gained).orElse(List.of());
  }

  private TargetState state(Found found, SchemaPolicy policy) throws IOException {
    if (found.count() > 1) {
      return unfit("it is an alias of %d indices, but must be one".formatted(found.count()));
    }
    if (found.index().startsWith(".ds-")) {
      return unfit("it is a data stream, but must be an index");
    }
    List<String> gained = gained(found);
    List<String> differences = new ArrayList<>();
    MappingDifference.between(names.createJson(), gained, found.mappings(), differences);
    if (gained.isEmpty()) {
      return TargetState.there(differences);
    }
    List<String> request = List.of("PUT /" + names.index() + "/_mapping\n" + names.addJson(gained));
    TargetState lacking = TargetState.lacking(gained, request, policy);
    if (differences.isEmpty()) {
      return lacking;
    }
    if (lacking.kind() == TargetState.Kind.UNFIT) {
      differences.addAll(lacking.details());
    }
    return TargetState.there(differences);
  }

  private static TargetState unfit(String why) {
    return TargetState.there(List.of(why));
  }
}
