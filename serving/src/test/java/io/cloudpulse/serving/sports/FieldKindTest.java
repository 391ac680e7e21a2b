package io.cloudpulse.serving.sports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.serving.http.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindTest {
  private static final Dataset PLAYERS = Datasets.named("sports.players");
  private static final Dataset TEAMS = Datasets.named("sports.teams");

  private static Kind<String> kind(String field) {
    Dataset of = field.startsWith("earned") || field.startsWith("field") ? TEAMS : PLAYERS;
    return FieldKind.of(of.field(field));
  }

  @ParameterizedTest
  @CsvSource({
    "weight, 20",
    "weight, 600",
    "bats, B",
    "name_last, José d'Ávila",
    "debut, 1850-01-01",
    "team_since, 2099-12-31T23:59:59Z",
    "team_since, 2100-01-01T01:00:00+02:00",
    "earned_run_average, 100",
    "earned_run_average, 3.250",
    "fielding_percentage, 0.975",
  })
  void takesWhatTheDatasetTakes(String field, String value) {
    assertThat(kind(field).parse(value)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "weight, 19",
    "weight, 601",
    "bats, X",
    "name_last, ''",
    "name_last, '\n'",
    "debut, 1849-12-31",
    "debut, 2100-01-01",
    "team_since, 2099-12-31T23:59:59-01:00",
    "earned_run_average, 100.01",
    "earned_run_average, -0.01",
    "earned_run_average, 3.251",
    "fielding_percentage, 0.9755",
  })
  void takesNothingElse(String field, String value) {
    Kind<String> kind = kind(field);
    assertThatThrownBy(() -> kind.parse(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatItTakes() {
    assertThat(kind("weight").allowed())
        .isEqualTo("a whole number of at most 64 bits, from 20 to 600");
    assertThat(kind("weight").schema().toString())
        .isEqualTo("{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":20,\"maximum\":600}");
    assertThat(kind("earned_run_average").schema().toString())
        .isEqualTo("{\"type\":\"number\",\"minimum\":0.00,\"maximum\":100.00,\"multipleOf\":0.01}");
  }
}
