package io.cloudpulse.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunMainTest {
  @Test
  void readsFlagsAsDataflowWritesThem() {
    String[] flags = {"--runner=DataflowRunner", "--dataset=northwind.orders"};

    assertThat(RunMain.commandOf(flags))
        .containsExactly("run", "--runner=dataflow", "--dataset=northwind.orders");
  }
}
