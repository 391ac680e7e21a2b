package io.cloudpulse.tests.deadletters;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A topic keeps dead letters, and what became of them. */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class ReplayFromTopicIT {
  @TempDir private Path folder;

  @Test
  void keepsAndClosesLettersInATopic(Database database, Topics topics) throws Exception {
    Visits visits = Visits.in(folder, database).keptIn(topics.address(topics.topic(1)));

    ReplayInLog.check(visits, "Single, Double, Attic");
  }
}
