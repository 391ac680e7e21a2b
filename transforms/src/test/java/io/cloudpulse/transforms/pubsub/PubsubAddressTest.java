package io.cloudpulse.transforms.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.SetRange;
import org.junit.jupiter.api.Test;

class PubsubAddressTest {
  private static final String FULL =
      "pubsub://my-project/orders?layout=feed&header=a,b&idAttribute=uid&timestampAttribute=ts"
          + "&endpoint=http://127.0.0.1:8085";

  @Test
  void isReadAndWrittenTheSame() {
    PubsubAddress address = PubsubAddress.parse(FULL, "");

    assertThat(address).hasToString(FULL);
    assertThat(address.header()).containsExactly("a", "b");
    assertThat(address.isEmulator()).isTrue();
    assertThat(address.host()).isEqualTo("127.0.0.1:8085");
    assertThat(address.subscriptionPath()).isEqualTo("projects/my-project/subscriptions/orders");
    assertThat(SetRange.is(address.place(0))).isTrue();
    assertThat(SetRange.is(address.place(0) + "#0")).isFalse();
  }

  @Test
  void takesTheEmulatorThatTheEnvironmentNamesUnlessItNamesOne() {
    assertThat(PubsubAddress.parse("pubsub://my-project/orders", "localhost:8085").endpoint())
        .isEqualTo("http://localhost:8085");
    assertThat(PubsubAddress.parse(FULL, "localhost:9").host()).isEqualTo("127.0.0.1:8085");
    assertThat(PubsubAddress.parse("pubsub://my-project/orders", "").endpoint()).isEmpty();
  }

  @Test
  void tellsAllThatIsWrong() {
    assertThatThrownBy(
            () -> PubsubAddress.parse("pubsub://Lab/x?id=uid&endpoint=nowhere&layout=", ""))
        .hasMessageContainingAll(
            "the project was \"Lab\"",
            "the name was \"x\"",
            "parameter \"id=uid\"",
            "parameter \"layout=\"",
            "the endpoint was \"nowhere\"",
            "For example: pubsub://my-project/orders-pulse?idAttribute=uid");
    assertThatThrownBy(() -> PubsubAddress.parse("pubsub://my-project", ""))
        .hasMessageContaining("a project and a name");
  }
}
