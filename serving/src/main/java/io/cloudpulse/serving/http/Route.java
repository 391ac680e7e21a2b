package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that can be asked for, or asked to be done. What it declares is both what a request is
 * checked against and what the OpenAPI document says.
 */
@AutoValue
public abstract class Route {
  /** Reading is a reader's, all else an operator's. */
  public enum Method {
    GET,
    POST,
    PUT
  }

  public abstract Method method();

  /** Variables are in braces; each is one of the parameters. */
  public abstract String path();

  public abstract String summary();

  /** What the document lists it under. */
  public abstract String area();

  public abstract List<Parameter<?>> parameters();

  /** What a request brings along; none for reads. */
  public abstract Optional<Body> body();

  /** JSON schema of the answer. */
  public abstract ObjectNode answer();

  /** What else than JSON the answer may be, if the request says so: media types. */
  public abstract List<String> otherTypes();

  /** What it may be answered with if all is well: status and what that says. */
  public abstract Map<Integer, String> outcomes();

  /** Who may ask. */
  public abstract Role needs();

  /** How long an answer may be given again; of reads alone. */
  public abstract Freshness freshness();

  public abstract Function<Asked, Answer> handler();

  /** A page to read. */
  public static Route get(String area, String path, String summary) {
    return bare(Method.GET, area, path, summary).setNeeds(Role.READER).build();
  }

  /** Something new. */
  public static Route post(String area, String path, String summary) {
    return bare(Method.POST, area, path, summary).build();
  }

  /** A change; twice is as once. */
  public static Route put(String area, String path, String summary) {
    return bare(Method.PUT, area, path, summary).build();
  }

  private static Builder bare(Method method, String area, String path, String summary) {
    return new AutoValue_Route.Builder()
        .setMethod(method)
        .setPath(path)
        .setSummary(summary)
        .setArea(area)
        .setParameters(List.of())
        .setAnswer(Kinds.schema("object"))
        .setOtherTypes(List.of())
        .setOutcomes(Map.of(200, "What was asked for"))
        .setNeeds(Role.OPERATOR)
        .setFreshness(method == Method.GET ? Freshness.SHORTLY : Freshness.NEVER)
        .setHandler(
            asked -> {
              throw new IllegalStateException("nobody answers " + path);
            });
  }

  abstract Builder toBuilder();

  /** With parameters besides those it has. */
  public Route with(List<Parameter<?>> more) {
    List<Parameter<?>> all = Stream.concat(parameters().stream(), more.stream()).toList();
    return toBuilder().setParameters(all).build();
  }

  /** With parameters besides those it has. */
  public Route with(Parameter<?>... more) {
    return with(List.of(more));
  }

  /** A request brings this along. */
  public Route takes(Body taken) {
    return toBuilder().setBody(taken).build();
  }

  /** Answered by this, in this shape. */
  public Route answers(ObjectNode schema, Function<Asked, Answer> by) {
    return toBuilder().setAnswer(schema).setHandler(by).build();
  }

  /** Answered with other statuses than 200 if all is well: status and what that says. */
  public Route ends(Map<Integer, String> outcomes) {
    return toBuilder().setOutcomes(outcomes).build();
  }

  /** The answer may also be of another media type, such as text/csv. */
  public Route alsoAs(String type) {
    return toBuilder().setOtherTypes(List.of(type)).build();
  }

  /** Whoever can reach the server may ask: the answer tells nothing of the data. */
  public Route open() {
    return toBuilder().setNeeds(Role.ANYONE).build();
  }

  /** The answer may be given again for so long. */
  public Route kept(Freshness freshness) {
    return toBuilder().setFreshness(freshness).build();
  }

  /** Builds a route. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setMethod(Method method);

    abstract Builder setPath(String path);

    abstract Builder setSummary(String summary);

    abstract Builder setArea(String area);

    abstract Builder setParameters(List<Parameter<?>> parameters);

    abstract Builder setBody(Body body);

    abstract Builder setAnswer(ObjectNode answer);

    abstract Builder setOtherTypes(List<String> types);

    abstract Builder setOutcomes(Map<Integer, String> outcomes);

    abstract Builder setNeeds(Role needs);

    abstract Builder setFreshness(Freshness freshness);

    abstract Builder setHandler(Function<Asked, Answer> handler);

    abstract Route build();
  }
}
