package io.cloudpulse.transforms.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * PostgreSQL's driver, asked by itself. {@link java.sql.DriverManager} would hold it, and with it
 * all classes of a job whose cluster loads them for each job anew.
 */
final class PostgresDriver {
  private static final Driver DRIVER = new Driver();

  static {
    if (Driver.class.getClassLoader() != ClassLoader.getSystemClassLoader()) {
      forget();
    }
  }

  private PostgresDriver() {}

  /** As the driver manager would open it. */
  static Connection connect(String url, Properties properties) throws SQLException {
    return DRIVER.connect(url, properties);
  }

  /** It registers itself as its class is loaded. In a job's own loader nobody else looks for it. */
  private static void forget() {
    try {
      if (Driver.isRegistered()) {
        Driver.deregister();
      }
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
