package io.cloudpulse.transforms.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class ElasticsearchAddressTest {
  private static final String FULL =
      "elasticsearch://a.example:9200,[::1]:9201?tls=true&user=me"
          + "&password=secret://env/ES_PASSWORD&ca=/etc/es/ca.pem";

  @Test
  void keepsTheNamesOfSecretsAndSaysTheAddressAgain() {
    ElasticsearchAddress address = ElasticsearchAddress.parse(FULL);

    assertThat(address)
        .isEqualTo(
            new ElasticsearchAddress(
                List.of("a.example:9200", "[::1]:9201"),
                true,
                "me",
                "secret://env/ES_PASSWORD",
                "",
                "/etc/es/ca.pem"))
        .hasToString(FULL);
    assertThat(SerializableUtils.clone(address)).isEqualTo(address);
  }

  @Test
  void needsNoParametersAndNoPort() {
    assertThat(ElasticsearchAddress.parse("elasticsearch://a.example"))
        .hasToString("elasticsearch://a.example:9200");
    assertThat(ElasticsearchAddress.parse("elasticsearch://[::1]").place()).isEqualTo("[::1]:9200");
  }

  @Test
  void takesAnApiKeyByItsName() {
    assertThat(ElasticsearchAddress.parse("elasticsearch://a:1?apiKey=secret://file/key"))
        .hasToString("elasticsearch://a:1?apiKey=secret://file/key");
  }

  @Test
  void saysAllThatIsWrongAtOnceAndNoSecret() {
    assertThatThrownBy(
            () ->
                ElasticsearchAddress.parse(
                    "elasticsearch://a:99999,b c?tls=yes&password=hunter2&apiKey=hunter3"
                        + "&ca=x&colour=red&user="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            an Elasticsearch address must look like \
            elasticsearch://host:9200?tls=true&user=me&password=secret://env/ES_PASSWORD, but:
              - the port of "a:99999" must be at most 65535
              - "b c" is no host:port; several are joined by commas
              - "colour" is unknown; there are tls, user, password, apiKey, ca
              - user has no value
              - password must not stand in a flag: name it, as in password=secret://env/NAME or \
            password=secret://file/PATH
              - apiKey must not stand in a flag: name it, as in apiKey=secret://env/NAME or \
            apiKey=secret://file/PATH
              - tls must be true or false
              - ca needs tls=true
              - user and password need each other""");
  }

  @Test
  void refusesAUserBeforeTheHostWithoutRepeatingIt() {
    assertThatThrownBy(() -> ElasticsearchAddress.parse("elasticsearch://me:hunter2@a:9200"))
        .hasMessageContaining("?user=NAME")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void refusesAnotherScheme() {
    assertThatThrownBy(() -> ElasticsearchAddress.parse("http://a:9200"))
        .hasMessageContaining("it must start with elasticsearch://");
  }
}
