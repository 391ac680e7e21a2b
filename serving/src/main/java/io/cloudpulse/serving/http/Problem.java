package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not answered; the document is RFC 9457's. Carries no stack trace: the request
 * is at fault, not the code.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the document is sent as. */
  static final String CONTENT_TYPE = "application/problem+json";

  private final int status;
  private final String title;
  private final transient List<Mistake> mistakes;
  private final transient Map<String, String> headers;

  Problem(int status, String title, String detail, List<Mistake> mistakes) {
    this(status, title, detail, mistakes, Map.of());
  }

  private Problem(
      int status,
      String title,
      String detail,
      List<Mistake> mistakes,
      Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.mistakes = List.copyOf(mistakes);
    this.headers = headers;
  }

  /**
   * A problem.
   *
   * @param detail what is wrong and what to do; a reader sees it
   */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of());
  }

  /** The same, told with a header more. */
  public Problem header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Problem(status, title, getMessage(), mistakes, Map.copyOf(more));
  }

  /** What a header of it says; empty if it has none of that name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /**
   * The document.
   *
   * @param path what was asked for
   * @param request names the request, as its log line does
   */
  byte[] document(String path, String request) {
    ObjectNode document = JSON.createObjectNode();
    document.put("title", title).put("status", status).put("detail", getMessage());
    document.put("instance", path).put("request", request);
    if (!mistakes.isEmpty()) {
      ArrayNode errors = document.putArray("errors");
      mistakes.forEach(mistake -> errors.add(JSON.valueToTree(mistake)));
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }
}
