package io.cloudpulse.tests.matrix;

/** Where a graph is run. */
enum Place {
  DIRECT("Direct", "direct"),
  FLINK("Flink, embedded", "flink"),
  FLINK_CLUSTER("Flink cluster", "flink"),
  SPARK("Spark, embedded", "spark"),
  SPARK_CLUSTER("Spark cluster", "spark"),
  DATAFLOW("Dataflow", "dataflow");

  private final String words;
  private final String runner;

  Place(String words, String runner) {
    this.words = words;
    this.runner = runner;
  }

  /** As {@code --runner} takes it. */
  String runner() {
    return runner;
  }

  @Override
  public String toString() {
    return words;
  }
}
