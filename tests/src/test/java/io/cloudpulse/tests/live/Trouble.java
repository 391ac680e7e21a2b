package io.cloudpulse.tests.live;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** What may befall a stream at any moment. */
enum Trouble {
  JOB_KILLED("kill -9 of the job") {
    @Override
    void strike(LiveStream stream, Duration length) {
      stream.killAndStart();
    }
  },
  POSTGRES_RESTARTED("PostgreSQL restarted") {
    @Override
    void strike(LiveStream stream, Duration length) {
      stream.servers().restartPostgres();
    }
  },
  ELASTICSEARCH_PAUSED("Elasticsearch paused") {
    @Override
    void strike(LiveStream stream, Duration length) throws Exception {
      stream.servers().pauseElasticsearch();
      stream.endure(length);
      stream.servers().resumeElasticsearch();
    }
  },
  BROKER_KILLED("broker killed and restarted") {
    @Override
    void strike(LiveStream stream, Duration length) throws Exception {
      stream.servers().killBroker();
      stream.endure(length.dividedBy(4));
      stream.servers().startBroker();
    }
  },
  TABLE_LOCKED("activity.events locked") {
    @Override
    void strike(LiveStream stream, Duration length) throws Exception {
      try (Connection session = stream.database().connect();
          Statement lock = session.createStatement()) {
        session.setAutoCommit(false);
        boolean unused = lock.execute("lock table activity.events in access exclusive mode");
        stream.endure(length);
        session.rollback();
      }
    }
  };

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  /** Returns when it is over. */
  abstract void strike(LiveStream stream, Duration length) throws Exception;

  @Override
  public String toString() {
    return words;
  }
}
