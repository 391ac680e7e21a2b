package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API refuses what it must, and nothing is changed by that. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class AccessIT {
  @TempDir static Path folder;
  private static SportsPlatform platform;
  private static String reader;

  /** Nobody follows the topics: what is written stays there. */
  @BeforeAll
  static void start(Database database, Topics topics, Indices indices) throws IOException {
    platform = new SportsPlatform(database, topics, indices, folder);
    reader = platform.reader();
    load("sports.players", "playerID,nameLast,weight\nmeyerad01,Meyer,180\n");
    load("sports.teams", "yearID,lgID,teamID,franchID,G,W,L,name\n2026,AL,HRN,HRN,0,0,0,Herons\n");
  }

  private static void load(String dataset, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve(dataset + ".csv"), csv);
    assertThat(Moving.of(dataset, platform.database()).run(file).exitCode()).isZero();
  }

  @AfterAll
  static void stop() throws IOException {
    platform.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody | POST | /players | 401",
        "nobody | PUT | /players/meyerad01/teams | 401",
        "nobody | POST | /teams | 401",
        "nobody | PUT | /teams/HRN/place | 401",
        "nobody | GET | /players/meyerad01 | 200",
        "reader | POST | /players | 403",
        "reader | PUT | /players/meyerad01/teams | 403",
        "reader | POST | /teams | 403",
        "reader | PUT | /teams/HRN/place | 403",
        "reader | GET | /players/meyerad01 | 200",
        "operator | GET | /players/meyerad01 | 200",
        "operator | POST | /players | 400",
        "operator | PUT | /teams/..%2F..%2Fetc/place | 400",
        "operator | GET | /players?limit=1000000000 | 400",
        "operator | GET | /players?sort=password | 400",
        "operator | GET | /api/search?q=';drop%20table%20sports.players;-- | 400",
        "operator | GET | /players/x'%20or%20'1'='1 | 400",
      })
  void rolesAndMistakesAreToldAndChangeNothing(
      String client, String method, String path, int status) throws SQLException {
    String before = state();
    String[] headers =
        switch (client) {
          case "reader" -> new String[] {"Authorization", "Bearer " + reader};
          case "operator" -> new String[] {"Authorization", "Bearer " + platform.operator()};
          default -> new String[0];
        };
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));

    HttpResponse<String> answer =
        platform.api().send(method, encodedQuotes(path), all.toArray(String[]::new));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "PSQL", "\tat ");
    }
    assertThat(state()).isEqualTo(before);
  }

  private static String encodedQuotes(String path) {
    return path.replace("'", "%27").replace(";", "%3B");
  }

  private static String state() throws SQLException {
    return platform.one("select count(*) || ' ' || max(_version) from sports.players");
  }

  /** Of ten million bytes a tenth of a million are sent: nobody waits for the others. */
  @Test
  void aLargeBodyIsRefusedBeforeItIsThere() throws IOException, SQLException {
    String before = state();
    URI api = URI.create(platform.api().address());
    String head =
        "POST /players HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n"
            .formatted(api.getAuthority(), platform.operator());
    String start = "{\"player_id\": \"" + "x".repeat(100_000);
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write((head + start).getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
    }
    assertThat(state()).isEqualTo(before);
  }
}
