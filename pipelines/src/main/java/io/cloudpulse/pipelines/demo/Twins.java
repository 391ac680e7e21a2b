package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.demo.Proof.Way;
import io.cloudpulse.pipelines.verify.Fingerprint;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;

/** Takes the prints of what came one way, before the other way begins. */
final class Twins {
  private final Servers servers;
  private final LiveSide live;
  private final Proof proof = new Proof();

  Twins(Servers servers, LiveSide live) {
    this.servers = servers;
    this.live = live;
  }

  Proof proof() {
    return proof;
  }

  /** Of datasets that just came, all the one way. */
  void note(Stream<Dataset> datasets, Way way) throws IOException, SQLException {
    boolean batch = way == Way.BATCH_IN_POSTGRES;
    String database = batch ? servers.database("pulse") : live.database();
    Way also = batch ? Way.BATCH_IN_ELASTICSEARCH : Way.STREAM_IN_ELASTICSEARCH;
    for (Iterator<Dataset> all = datasets.iterator(); all.hasNext(); ) {
      Dataset dataset = all.next();
      proof.add(dataset, way, Fingerprint.of(dataset, PostgresAddress.parse(database)));
      proof.add(dataset, also, Fingerprint.of(dataset, live.search()));
    }
  }

  /** Empties what batch and stream share. */
  void forget(Stream<Dataset> datasets) throws IOException {
    for (Iterator<Dataset> all = datasets.iterator(); all.hasNext(); ) {
      live.emptyIndex(all.next());
    }
  }
}
