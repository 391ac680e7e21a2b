package io.cloudpulse.pulumi;

/** What jobs read and write, wherever they run. */
record Reached(
    Storage storage,
    Messaging messaging,
    Warehouse warehouse,
    Relational relational,
    Registry registry) {

  Secrets secrets() {
    return relational.secrets();
  }
}
