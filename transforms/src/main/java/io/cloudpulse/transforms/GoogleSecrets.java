package io.cloudpulse.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Google's Secret Manager, asked by REST as whoever this machine is: a worker's service account, or
 * the user of {@code gcloud auth application-default login}. See
 * https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions/access
 */
final class GoogleSecrets {
  /** System property that names another endpoint, such as a region's. */
  static final String ENDPOINT = "pulse.secretManager";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern NAME =
      Pattern.compile("projects/[^/]+(/locations/[^/]+)?/secrets/[^/]+(/versions/[^/]+)?");

  private GoogleSecrets() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The text of a secret, of its newest version if none is named.
   *
   * @param name {@code projects/P/secrets/S} or {@code projects/P/secrets/S/versions/N}
   * @throws IOException if it is not there, or not for us
   */
  static String read(String name) throws IOException, InterruptedException {
    String version = name.contains("/versions/") ? name : name + "/versions/latest";
    String endpoint = System.getProperty(ENDPOINT, "https://secretmanager.googleapis.com");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "/v1/" + version + ":access"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode json = new ObjectMapper().readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "Secret Manager answered "
              + answer.statusCode()
              + ": "
              + json.path("error").path("message").asText("no reason given"));
    }
    byte[] value = Base64.getDecoder().decode(json.path("payload").path("data").asText());
    return new String(value, StandardCharsets.UTF_8);
  }

  private static String token() throws IOException {
    GoogleCredentials we = GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
    we.refreshIfExpired();
    return we.getAccessToken().getTokenValue();
  }
}
